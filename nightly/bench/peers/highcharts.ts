import Highcharts from "highcharts";
import points from "points";

const place = document.createElement("div");
place.style.cssText = "width:720px;height:420px";
document.body.append(place);
Highcharts.chart(place, {
  title: { text: undefined },
  plotOptions: { series: { animation: false } },
  series: [...new Set(points.map((point) => point.name))].map((name) => ({
    type: "line" as const,
    name,
    data: points.filter((point) => point.name === name).map(({ year, value }) => [year, value]),
  })),
});
