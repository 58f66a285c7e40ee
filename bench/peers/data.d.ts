declare module "points" {
  const points: { year: number; name: string; value: number }[];
  export default points;
}
