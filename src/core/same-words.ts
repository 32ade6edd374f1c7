/** Whether two things ask for the same change, as far as their titles and files tell. */
import { overlap, stems } from "./mine/stems.ts";

interface Said {
  title: string;
  path: string | null;
}

/** A test for the same words at one file, or at none. Enough on one pull request, however short. */
export function saidAgain({ title, path }: Said): (other: Said) => boolean {
  return (other) => title !== "" && title === other.title && path === other.path;
}

/** A test for nearly the same words at one file, or all the same; what is short says too little to tell. */
export function saidAlike({ title, path }: Said): (other: Said) => boolean {
  const words = stems(title);
  return (other) => {
    const others = stems(other.title);
    const isAtSameFile = path !== null && path === other.path;
    if (isAtSameFile) return Math.min(words.size, others.size) >= 3 && overlap(words, others, 0.8);
    return words.size >= 4 && words.size === others.size && overlap(words, others, 1);
  };
}
