import { LineChart } from "echarts/charts";
import { GridComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import points from "points";
import { echartsOption } from "./echarts-option.ts";

use([LineChart, GridComponent, SVGRenderer]);
const place = document.createElement("div");
place.style.cssText = "width:720px;height:420px";
document.body.append(place);
init(place, undefined, { renderer: "svg" }).setOption(echartsOption(points));
