import { expect, it } from "vitest";
import { explainersCiting } from "./uses-of-event.ts";

it("an explainer uses an event that it rests on or quotes, not one of a longer name or another kind", () => {
  const explainers = [
    { id: "fact", body: 'Talks.<Fact id="other talks" />' },
    { id: "quote", body: 'He said <Quote id="talks" />.' },
    { id: "longer", body: '<Fact id="talks-again" />' },
    { id: "draft", body: '<Draft id="talks">the talks</Draft>' },
    { id: "none" },
  ];
  expect(explainersCiting(explainers, "talks").map(({ id }) => id)).toEqual(["fact", "quote"]);
});
