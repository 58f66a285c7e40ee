import { Audit, Outcome } from "@siteimprove/alfa-act";
import { Device } from "@siteimprove/alfa-device";
import * as browserDevice from "@siteimprove/alfa-device/native";
import { Document, Node } from "@siteimprove/alfa-dom";
import * as browserDom from "@siteimprove/alfa-dom/native";
import { Request, Response } from "@siteimprove/alfa-http";
import rules from "@siteimprove/alfa-rules";
import { Conformance, Criterion } from "@siteimprove/alfa-wcag";
import { Page as AlfaPage } from "@siteimprove/alfa-web";
import type { Page } from "playwright-core";

const isAA = Conformance.isAA();
const RULES = rules.filter((rule) =>
  rule.hasRequirement((requirement) => Criterion.isCriterion(requirement) && isAA(requirement)),
);

/** Failures of WCAG levels A and AA on the open page, one per target: `sia-r113 at <a href="/">`. */
export async function alfaFailures(page: Page): Promise<string[]> {
  const device = Device.from(await page.evaluate(browserDevice.Native.fromWindow, undefined));
  const root = Node.from(await page.evaluate(browserDom.Native.fromNode, undefined), device);
  if (!Document.isDocument(root)) throw new Error(`Alfa read no document at ${page.url()}`);
  const outcomes = await Audit.of(
    AlfaPage.of(Request.empty(), Response.empty(), root, device),
    RULES,
  ).evaluate();
  return [...outcomes].flatMap((outcome) =>
    Outcome.isFailed(outcome)
      ? [
          `${outcome.rule.uri.split("/").at(-1)} at ${String(outcome.target).replace(/\s+/g, " ").slice(0, 120)}`,
        ]
      : [],
  );
}
