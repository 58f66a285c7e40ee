import { axisBottom, axisLeft } from "d3-axis";
import { extent, group, max } from "d3-array";
import { scaleLinear, scaleOrdinal } from "d3-scale";
import { schemeTableau10 } from "d3-scale-chromatic";
import { create } from "d3-selection";
import { line } from "d3-shape";
import points from "points";

const [width, height] = [720, 420];
const lines = group(points, (point) => point.name);
const x = scaleLinear(extent(points, (point) => point.year) as [number, number], [40, width - 70]);
const y = scaleLinear([0, max(points, (point) => point.value)!], [height - 30, 20]);
const colour = scaleOrdinal([...lines.keys()], schemeTableau10);
const path = line<(typeof points)[number]>(
  (point) => x(point.year),
  (point) => y(point.value),
);
const svg = create("svg").attr("width", width).attr("height", height);
svg
  .append("g")
  .attr("transform", `translate(0,${height - 30})`)
  .call(axisBottom(x).tickFormat(String));
svg.append("g").attr("transform", "translate(40,0)").call(axisLeft(y));
for (const [name, values] of lines) {
  const last = values.at(-1)!;
  svg
    .append("path")
    .attr("class", "mark")
    .attr("fill", "none")
    .attr("stroke", colour(name))
    .attr("stroke-width", 2)
    .attr("d", path(values));
  svg
    .append("text")
    .attr("x", x(last.year) + 4)
    .attr("y", y(last.value))
    .attr("font-size", 12)
    .text(name);
}
document.body.append(svg.node()!);
