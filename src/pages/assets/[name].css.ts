import type { APIRoute, GetStaticPaths } from "astro";
import { sheets } from "../../content/content.ts";

export const getStaticPaths = (() =>
  Object.values(sheets).map(({ name, css }) => ({
    params: { name },
    props: { css },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ css: string }> = ({ props }) =>
  new Response(props.css, { headers: { "content-type": "text/css; charset=utf-8" } });
