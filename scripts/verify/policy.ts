import { createHash } from "node:crypto";
import { itemAt } from "../../src/required.ts";
import { inEach, metasOf, type ReadPage, type Tag } from "./read-pages.ts";

/** Tags that load or run something: the policy must stand before the first of them. */
const ACTIVE = new Set(["base", "link", "script", "style", "img"]);
/** Types of script that a browser runs; all others are data. */
const RUN = new Set(["", "module", "text/javascript", "speculationrules", "importmap"]);
const LOOSE = /'unsafe-[a-z-]+'|'wasm-unsafe-eval'|(?<=\s)\*|(?<=\s)https?:(?=\s|;|$)/g;

/** Pages without a Content Security Policy, with one that comes late or is loose, or with something inline that it does not allow. */
export function checkPolicy(pages: readonly ReadPage[]): string[] {
  return inEach(pages, function* ({ tags }) {
    const policies = metasOf(tags, "content-security-policy");
    if (policies.length !== 1)
      return yield `${policies.length} Content Security Policies; mend: one, from src/meta/csp.ts or src/embed/page.ts`;
    const policy = itemAt(policies, 0);
    const first = tags.findIndex((tag) => ACTIVE.has(tag.name));
    const at = tags.findIndex(
      (tag) => tag.attributes["http-equiv"]?.toLowerCase() === "content-security-policy",
    );
    if (first >= 0 && first < at)
      yield `a <${itemAt(tags, first).name}> stands before the policy, which does not hold for it; mend: move the policy up`;
    for (const loose of policy.match(LOOSE) ?? [])
      yield `the policy allows ${loose}; mend: take it out, see docs/decisions/`;
    if (!/(^|;)\s*default-src 'none'/.test(policy))
      yield "the policy does not begin from nothing; mend: default-src 'none'";
    for (const { name, attributes } of tags)
      for (const [key, value] of Object.entries(attributes))
        if (/^on[a-z]+$/.test(key))
          yield `<${name} ${key}="${value.slice(0, 60)}">; mend: a listener in src/client/`;
    for (const tag of tags) {
      const directive = inlineDirective(tag);
      if (directive && !sourcesOf(policy, directive).includes(hashSource(tag.text)))
        yield (
          `an inline <${tag.name}> that the policy stops: \`${tag.text.trim().slice(0, 60)}\`; ` +
          "mend: move it to a file, or add its hash"
        );
    }
  });
}

function inlineDirective({ name, attributes }: Tag): string | undefined {
  if (name === "style") return "style-src";
  const runs = name === "script" && attributes.src === undefined && RUN.has(attributes.type ?? "");
  return runs ? "script-src" : undefined;
}

function sourcesOf(policy: string, directive: string): string[] {
  const parts = policy.split(";").map((part) => part.trim().split(/\s+/));
  return parts.find(([name]) => name === directive)?.slice(1) ?? [];
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
