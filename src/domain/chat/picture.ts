/** Whether a picture is for light or dark surroundings. A PNG image cannot look for itself, as an SVG one does. */
export type Theme = "light" | "dark";

type DrawnPicture = { kind: "drawn"; png: Uint8Array } | { kind: "unavailable"; sentence: string };

export interface PictureDrawer {
  /** A PNG image of an SVG one, in the size that it names. `unavailable` says in a sentence why this program cannot draw and what to do. */
  draw(svg: string): Promise<DrawnPicture>;
}

/** An image that goes with a reply. */
export interface Picture {
  /** Of its file. */
  name: string;
  title: string;
  mediaType: "image/png" | "image/svg+xml";
  /** Bytes of PNG, the text of SVG. */
  content: Uint8Array | string;
  /** What it shows, for whoever cannot see it. */
  alt: string;
}
