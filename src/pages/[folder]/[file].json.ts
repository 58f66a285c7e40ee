import { embeds } from "../../content/content.ts";
import { downloadPaths } from "../../files/downloads.ts";

export { GET } from "./[file].csv.ts";

export const getStaticPaths = () => downloadPaths(embeds, ".json");
