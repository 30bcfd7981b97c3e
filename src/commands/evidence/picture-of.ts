import type { Asker } from "../../domain/chat/chat.ts";
import type { Picture, PictureDrawer, Theme } from "../../domain/chat/picture.ts";
import { AppError } from "../../domain/errors.ts";

interface Drawing {
  /** Without an ending. */
  name: string;
  title: string;
  /** For whoever cannot see it. */
  alt: string;
  draw(look: Theme | "auto"): string;
}

/**
 * The image that goes with an answer, as was asked. In chats nobody asks: an answer there has its picture, in the colours that most readers
 * of the platform have about them, and stands without one where none can be drawn. Throws an AppError where one was asked for and cannot be drawn.
 */
export async function pictureOf(
  { pictures, asker }: { pictures: PictureDrawer | null; asker: Pick<Asker, "platform"> },
  { draw, ...named }: Drawing,
  asked?: "svg" | Theme,
): Promise<Picture | undefined> {
  if (asked === "svg") return { ...named, name: `${named.name}.svg`, mediaType: "image/svg+xml", content: draw("auto") };
  const theme = asked ?? THEMES[asker.platform];
  if (theme === null || pictures === null) return undefined;
  const drawn = await pictures.draw(draw(theme));
  if (drawn.kind === "drawn") return { ...named, name: `${named.name}.png`, mediaType: "image/png", content: drawn.png };
  if (asked !== undefined) throw new AppError("config", drawn.sentence);
  return undefined;
}

/** Slack's clients are light and Discord's dark unless somebody changes that. */
const THEMES = { slack: "light", discord: "dark", terminal: null } as const;
