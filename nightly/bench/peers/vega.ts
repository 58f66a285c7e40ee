import points from "points";
import embed from "vega-embed";
import { vegaSpec } from "./vega-spec.ts";

const place = document.createElement("div");
document.body.append(place);
await embed(place, vegaSpec(points), { actions: false, renderer: "svg" });
