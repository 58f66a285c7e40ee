import { createHash } from "node:crypto";
import { metasOf, type ReadPage, type Tag } from "./read-pages.ts";
import { itemAt } from "../../src/required.ts";

/** Tags that load or run something: the policy must stand before the first of them. */
const ACTIVE = new Set(["base", "link", "script", "style", "img"]);
/** Types of script that a browser runs; all others are data. */
const RUN = new Set(["", "module", "text/javascript", "speculationrules", "importmap"]);

/** Pages without a Content Security Policy, with one that comes late or is loose, or with something inline that it does not allow. */
export function checkPolicy(pages: readonly ReadPage[]): string[] {
  return pages.flatMap((page) => {
    const policies = metasOf(page.tags, "content-security-policy");
    if (policies.length !== 1)
      return [
        `${page.file}: ${policies.length} Content Security Policies; mend: one, from src/meta/csp.ts or src/embed/page.ts`,
      ];
    const policy = itemAt(policies, 0);
    const problems: string[] = [];
    const first = page.tags.findIndex((tag) => ACTIVE.has(tag.name));
    const at = page.tags.findIndex(
      (tag) => tag.attributes["http-equiv"]?.toLowerCase() === "content-security-policy",
    );
    if (first >= 0 && first < at)
      problems.push(
        `${page.file}: a <${itemAt(page.tags, first).name}> stands before the policy, which does not hold for it; mend: move the policy up`,
      );
    for (const loose of policy.match(
      /'unsafe-[a-z-]+'|'wasm-unsafe-eval'|(?<=\s)\*|(?<=\s)https?:(?=\s|;|$)/g,
    ) ?? [])
      problems.push(`${page.file}: the policy allows ${loose}; mend: take it out, see docs/decisions/`);
    if (!/(^|;)\s*default-src 'none'/.test(policy))
      problems.push(`${page.file}: the policy does not begin from nothing; mend: default-src 'none'`);
    for (const tag of page.tags) {
      for (const key of Object.keys(tag.attributes))
        if (/^on[a-z]+$/.test(key))
          problems.push(
            `${page.file}: <${tag.name} ${key}="${tag.attributes[key]?.slice(0, 60)}">; mend: a listener in src/client/`,
          );
      const directive = inlineDirective(tag);
      if (directive && !sourcesOf(policy, directive).includes(hashSource(tag.text)))
        problems.push(
          `${page.file}: an inline <${tag.name}> that the policy stops: \`${tag.text.trim().slice(0, 60)}\`; mend: move it to a file, or add its hash`,
        );
    }
    return problems;
  });
}

function inlineDirective({ name, attributes }: Tag): string | undefined {
  if (name === "style") return "style-src";
  return name === "script" && attributes.src === undefined && RUN.has(attributes.type ?? "")
    ? "script-src"
    : undefined;
}

function sourcesOf(policy: string, directive: string): string[] {
  const [, ...sources] = (policy.split(";").find((part) => part.trim().startsWith(`${directive} `)) ?? "")
    .trim()
    .split(/\s+/);
  return sources;
}

function hashSource(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
