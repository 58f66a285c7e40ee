import type { VNode } from "preact";
import { z } from "zod";
import { countInWords, formatNumber, listOf } from "../i18n/numbers.ts";
import { id, line } from "../ledger/fields.ts";
import type { Row } from "../ledger/schema.ts";
import { eventOrSource } from "../views/links.ts";
import { keyOf, type Layout, px } from "./lib/drawing.ts";
import { drawingOf, lineAcross, Mark } from "./lib/marks.tsx";
import { LARGE_LINE, textLines, widthOf } from "./lib/text.tsx";
import { sourcesOf, tableOf, type View, withOptions } from "./view.ts";

type Member = Row<"coalition">;

const offerOptions = z.strictObject({
  /** Label and sign of each offer, in the order of the drawing. */
  offers: z.record(z.string(), z.strictObject({ label: line.max(40), sign: id })),
});

interface Group {
  label: string;
  sign: string;
  members: { member: Member; href: string }[];
}

/** What each country offers: one list per offer, one sign per country. */
export const offers = withOptions(offerOptions, (ledger, options): View => {
  const groups = Object.entries(options.offers).map(([offer, words]): Group => ({
    ...words,
    members: ledger.coalition
      .filter((member) => member.offer === offer)
      .map((member) => ({ member, href: eventOrSource(ledger, member) })),
  }));
  const left = ledger.coalition.find(({ offer }) => !Object.hasOwn(options.offers, offer));
  if (left) throw new Error(`the offer \`${left.offer}\` of \`${left.id}\` has no name in \`offers\``);
  const named = (offer: string) =>
    ledger.coalition.filter((member) => member.offer === offer).map(({ name }) => name);
  const filled = groups.filter(({ members }) => members.length > 0);
  return {
    key: keyOf(
      ledger.coalition.some(({ certainty }) => certainty === "reported") && {
        glyph: "ring",
        label: "reported by unnamed officials",
      },
    ),
    draw: (layout) => draw(filled, layout),
    table: tableOf(
      {
        country: "Country",
        offer: "Offer",
        pledge: "What it said",
        certainty: "How it is known",
        joined: "Part in the Coalition",
        note: "Note",
      },
      filled.flatMap(({ label, members }) => members.map((of) => ({ ...of, label }))),
      ({ member, href, label }) => [
        { text: member.name, href },
        label,
        member.pledge,
        member.certainty,
        member.joined,
        member.note,
      ],
    ),
    description:
      `Of ${ledger.coalition.length} countries in this list: ` +
      `${filled.map(({ label, members }) => `${countInWords(members.length)} ${label} (${listOf(members.map(({ member }) => member.name))})`).join("; ")}.`,
    values: {
      countries: formatNumber(ledger.coalition.length),
      troops: countInWords(named("troops").length),
      without: countInWords(named("no-troops").length),
      refusing: listOf(named("no-troops")),
    },
    numbers: { troops: named("troops").length, without: named("no-troops").length },
    sources: sourcesOf(...ledger.coalition),
  };
});

const SIGN_STEP = 24;

/** A group below the other: how many, a sign for each, and their names, each a link. */
function draw(groups: readonly Group[], layout: Layout) {
  const { width } = layout;
  const parts: VNode[] = [];
  let y = 0;
  for (const { label, sign, members } of groups) {
    const count = String(members.length);
    const labelX = widthOf(count, "number") + 10;
    const signsFrom = labelX + widthOf(label, "bold") + 24;
    const signs = Math.min(SIGN_STEP, (width - 16) / members.length);
    const isBeside = signsFrom + members.length * signs <= width;
    const [signX, signY] = isBeside ? [width - members.length * signs, y + 26] : [0, y + 54];
    parts.push(
      lineAcross("rule-ink", y, width),
      ...textLines([count], 0, y + 36, "number"),
      ...textLines([label], labelX, y + 34, "bold"),
      <>
        {members.map((_, i) => (
          <use href={`#${sign}`} x={px(signX + signs * (i + 0.5))} y={px(signY)} />
        ))}
      </>,
    );
    let x = 0;
    let lineY = y + (isBeside ? 66 : 86);
    members.forEach(({ member, href }, i) => {
      const text = member.name + (i < members.length - 1 ? "," : "");
      const isReported = member.certainty === "reported";
      const size = widthOf(text, "large") + (isReported ? 12 : 0);
      if (x > 0 && x + size > width) {
        x = 0;
        lineY += LARGE_LINE + 2;
      }
      parts.push(
        <Mark
          of={{
            id: member.id,
            says: [`${member.name}, ${label}:`, member.pledge, member.note].filter(Boolean).join(" "),
            href,
          }}
          x={x}
          y={lineY - 18}
          width={size}
          height={LARGE_LINE + 2}
        >
          {textLines([text], x, lineY, "large")}
          {isReported && <use href="#ring" x={px(x + size - 6)} y={px(lineY - 10)} />}
        </Mark>,
      );
      x += size + 8;
    });
    y = lineY + 24;
  }
  return drawingOf(layout, Math.ceil(y - 8), <>{parts}</>);
}
