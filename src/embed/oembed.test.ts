import { describe, expect, test } from "vitest";
import { embeds } from "../content.ts";
import { oEmbed } from "./oembed.ts";
import { embedBox } from "./size.ts";

const ROOT = "https://a.example/base/";
const SIZE = { width: 1200, height: 800 };

const some = embeds.filter(({ what }, i) => what === "chart" || embeds[i - 1]?.what !== what);

describe.for(some)("what oEmbed says of $id", (chart) => {
  const answer = oEmbed(chart, ROOT, SIZE);

  test("is of its type, from this site, about this chart", () => {
    expect(answer).toMatchObject({
      version: "1.0",
      type: "rich",
      title: chart.title,
      provider_name: "Draft by Draft",
      provider_url: ROOT,
    });
    expect(answer.author_url).toBe(ROOT + chart.path.slice(1));
    expect(answer.thumbnail_url).toBe(`${ROOT}${chart.files.slice(1)}.png`);
  });

  test("has one box, in JSON and in HTML", () => {
    expect(answer).toMatchObject(embedBox(chart));
    expect(answer.html).toContain(` height="${answer.height}" `);
    expect(answer.html).not.toContain("<script");
  });

  test("is what WordPress knows its own embeds by: a quotation with a link, then a frame", () => {
    // As wp_filter_oembed_result() reads it.
    const [, quotation, frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(
      answer.html,
    )!;
    expect(quotation).toContain(`<a href="${answer.author_url}">`);
    expect(frame).toContain(`src="${ROOT}embed/${chart.id}/"`);
  });
});
