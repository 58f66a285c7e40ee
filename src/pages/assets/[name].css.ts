import type { APIRoute, GetStaticPaths } from "astro";
import { ledger } from "../../content/content.ts";
import { getSheets } from "../../styles/site-css.ts";

export const getStaticPaths = (() =>
  Object.values(getSheets(ledger.drafts.length)).map(({ name, css }) => ({
    params: { name },
    props: { css },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ css: string }> = ({ props }) =>
  new Response(props.css, { headers: { "content-type": "text/css; charset=utf-8" } });
