import { geoConicConformal, geoEqualEarth, type GeoProjection } from "d3";
import { landPath } from "./land-path.ts";
import type { Box } from "./placement.ts";

/** A part of the world that is drawn. */
export interface MapPanel {
  id: string;
  label: string;
  /** Degrees; west is smaller than east. */
  west: number;
  east: number;
  south: number;
  north: number;
}

// A chart is drawn many times a build, its coasts once.
const coasts = new Map<string, string>();

/** Path of the coasts on a panel, by its projection. */
export function coast({ west, east, south, north }: MapPanel, width: number, projection: GeoProjection): string {
  const key = [west, east, south, north, width].join();
  return coasts.get(key) ?? coasts.set(key, landPath(projection)).get(key)!;
}

/** A projection that fills `width` with the panel, and the height this takes: conformal for a region, else equal-area. */
export function project(panel: MapPanel, width: number): { projection: GeoProjection; height: number } {
  const middle = (panel.west + panel.east) / 2;
  const third = (panel.north - panel.south) / 6;
  const outline = { type: "MultiPoint" as const, coordinates: outlineOf(panel) };
  const projection: GeoProjection =
    panel.east - panel.west < 90 && panel.south > 0
      ? geoConicConformal()
          .parallels([panel.south + third, panel.north - third])
          .rotate([-middle, 0])
      : geoEqualEarth().rotate([-middle, 0]);
  projection.fitWidth(width, outline);
  const height = Math.ceil(Math.max(...outline.coordinates.map((point) => projection(point)![1])));
  return {
    projection: projection.clipExtent([
      [0, 0],
      [width, height],
    ]),
    height,
  };
}

/** The rectangle in which a panel lies on the map of another one, px. */
export function frame(panel: MapPanel, projection: GeoProjection): Box {
  const points = outlineOf(panel).map((point) => projection(point)!);
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Points along the edge of a panel, degrees east and north. */
function outlineOf({ west, east, south, north }: MapPanel): [number, number][] {
  return Array.from({ length: 9 }, (_, i) => i / 8).flatMap((t): [number, number][] => {
    const [lon, lat] = [west + (east - west) * t, south + (north - south) * t];
    return [
      [lon, south],
      [lon, north],
      [west, lat],
      [east, lat],
    ];
  });
}

/** Whether a place lies on a panel. */
export function holds(panel: MapPanel, { lat, lon }: { lat: number; lon: number }): boolean {
  return lon >= panel.west && lon <= panel.east && lat >= panel.south && lat <= panel.north;
}
