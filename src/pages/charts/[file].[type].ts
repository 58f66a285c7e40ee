import { filePaths } from "../../export/files.ts";

export { getFile as GET } from "../../export/files.ts";

export const getStaticPaths = () => filePaths("chart", "/charts/");
