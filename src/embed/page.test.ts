import { expect, test } from "vitest";
import { embedOf } from "../content.ts";
import { absolute } from "../site.ts";
import { embedPage } from "./page.ts";
import { escapeMarkup } from "../escape.ts";

test.for(["army-cap", "clause/army-cap"])(
  "the head of the embed of %s has what others make a card of",
  (id) => {
    const embed = embedOf(id);
    const head = embedPage(embed).split("<body")[0];
    for (const [name, content] of [
      ["site_name", "Draft by Draft"],
      ["description", embed.description],
      ["image", absolute(`${embed.files}.png`)],
    ] as const)
      expect(head).toContain(`<meta property="og:${name}" content="${escapeMarkup(content)}">`);
  },
);
