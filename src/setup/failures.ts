/** What may go wrong in the guided set-up, as its pages say it. */

/** A page that says what went wrong, and what to do. */
export interface SetupFailure {
  /** Of the answer. */
  status: number;
  title: string;
  sentence: string;
  /** The page leads back to the first one. */
  mayRetry?: true;
}

/** For an error that nobody planned for. No way back stands on it: anybody may cause one, and that way holds our token. */
export const STUMBLED: SetupFailure = {
  status: 500,
  title: "The set-up stumbled",
  sentence:
    "Something went wrong here. Open the address in the terminal once more; if that does not help, stop the set-up and start it again.",
};

/** For whoever comes back once the credentials are stored. */
export const OVER: SetupFailure = {
  status: 410,
  title: "The App is made",
  sentence: "The set-up is over; the server starts.",
};

/** For whoever does not come from the address in the terminal, or from GitHub with our state. */
export const ASTRAY: SetupFailure = {
  status: 403,
  title: "Not this way",
  sentence: "Open the address that the terminal shows, and follow the pages from there.",
};

/** For whoever comes back from GitHub without its code. */
export const NO_CODE: SetupFailure = {
  status: 400,
  title: "No code came back",
  sentence: "GitHub sent no code with you.",
  mayRetry: true,
};

/** GitHub does not know the code, or not any more. */
export const EXPIRED: SetupFailure = {
  status: 410,
  title: "The code has expired",
  sentence: "GitHub's code is good for one use within an hour.",
  mayRetry: true,
};

/** GitHub could not be asked, or gave something else than credentials. */
export const NO_ANSWER: SetupFailure = {
  status: 502,
  title: "GitHub did not answer",
  sentence: "GitHub gave no credentials. Delete the App there, and begin again.",
  mayRetry: true,
};

/** There is a file already, or none can be made. */
export function noPlace(path: string): SetupFailure {
  return {
    status: 409,
    title: "No place for the credentials",
    sentence: `${path} exists or cannot be written; move it away.`,
    mayRetry: true,
  };
}
