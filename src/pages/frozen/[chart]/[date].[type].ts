import { readFileSync } from "node:fs";
import type { APIRoute } from "astro";
import { frozen, FROZEN_DIR } from "../../../content.ts";
import { FROZEN_TYPES, type FrozenCopy, frozenFile } from "../../../export/frozen.ts";

type Type = keyof typeof FROZEN_TYPES;

export const getStaticPaths = () =>
  frozen.flatMap((copy) =>
    (Object.keys(FROZEN_TYPES) as Type[]).map((type) => ({
      params: { ...copy, type },
      props: { copy, type },
    })),
  );

export const GET: APIRoute<{ copy: FrozenCopy; type: Type }> = ({ props: { copy, type } }) =>
  new Response(new Uint8Array(readFileSync(`${FROZEN_DIR}/${frozenFile(copy, type)}`)), {
    headers: { "content-type": FROZEN_TYPES[type] },
  });
