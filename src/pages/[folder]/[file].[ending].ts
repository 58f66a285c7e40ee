import type { APIRoute } from "astro";
import { coveredUntil, embeds, ledger } from "../../content/content.ts";
import { type Download, downloadsOf } from "../../files/downloads.ts";
import type { Embeddable } from "../../charts/chart.ts";

// /charts/<chart>.csv, -narrow.png and so on, and /clauses/<clause>.csv.
export const getStaticPaths = () =>
  embeds.flatMap((embed) =>
    downloadsOf(embed).map(({ suffix, content }) => {
      const [folder = "", name = ""] = embed.files.slice(1).split("/");
      const [file = "", ending = ""] = `${name}${suffix}`.split(".");
      return { params: { folder, file, ending }, props: { embed, content } };
    }),
  );

export const GET: APIRoute<Pick<Download, "content"> & { embed: Embeddable }> = async ({ props }) =>
  new Response(await props.content(props.embed, { ledger, coveredUntil }));
