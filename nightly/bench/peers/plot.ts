import * as Plot from "@observablehq/plot";
import points from "points";

document.body.append(
  Plot.plot({
    width: 720,
    height: 420,
    marginRight: 70,
    x: { tickFormat: "d" },
    y: { label: "Score" },
    marks: [
      Plot.lineY(points, { x: "year", y: "value", z: "name", stroke: "name" }),
      Plot.text(
        points,
        Plot.selectLast({ x: "year", y: "value", z: "name", text: "name", textAnchor: "start", dx: 4 }),
      ),
    ],
  }),
);
