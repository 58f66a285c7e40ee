import { createHash } from "node:crypto";
import { declareValuePlugin, PluginKind } from "@stryker-mutator/api/plugin";

const every = Number(process.env.MUTANTS_SAMPLE ?? 1);

/** Leaves out the mutants of all declarations but every nth; which, follows from file and place, so that a run can be repeated. */
const sample = {
  shouldIgnore(path) {
    if (every === 1 || !path.parentPath?.isProgram()) return undefined;
    const file = path.hub.file.opts.filename.replaceAll("\\", "/").replace(/^.*\/src\//, "src/");
    const hash = createHash("sha256").update(`${file}:${path.node.loc?.start.line}`).digest();
    return hash.readUInt32BE() % every === 0 ? undefined : "not in the sample";
  },
};

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, "sample", sample)];
