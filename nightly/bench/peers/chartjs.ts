import { Chart, Legend, LinearScale, LineController, LineElement, PointElement } from "chart.js";
import points from "points";

Chart.register(Legend, LinearScale, LineController, LineElement, PointElement);
const canvas = document.createElement("canvas");
canvas.width = 720;
canvas.height = 420;
document.body.append(canvas);
new Chart(canvas, {
  type: "line",
  data: {
    datasets: [...new Set(points.map((point) => point.name))].map((label) => ({
      label,
      data: points.filter((point) => point.name === label).map(({ year, value }) => ({ x: year, y: value })),
    })),
  },
  options: { responsive: false, animation: false, scales: { x: { type: "linear" } } },
});
canvas.dataset.drawn = "";
