declare module "points" {
  const points: { year: number; name: string; value: number }[];
  export default points;
}

// Its own types are not needed for the one class that is used.
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string);
    window: { document: Document };
  }
}
