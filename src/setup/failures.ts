/** What may go wrong in the guided set-up, as its pages say it. */

export interface SetupFailure {
  /** Of the answer. */
  status: number;
  title: string;
  sentence: string;
  /** The page leads back to the first one. */
  mayRetry?: true;
}

export const STUMBLED: SetupFailure = {
  status: 500,
  title: "The set-up stumbled",
  sentence: "Something went wrong here; the terminal may say more.",
};

export const OVER: SetupFailure = {
  status: 410,
  title: "The App is made",
  sentence: "The set-up is over; the server starts.",
};

/** For whoever does not come from the address in the terminal, or from GitHub with our state. */
export const STRANGER: SetupFailure = {
  status: 403,
  title: "Not this way",
  sentence: "Open the address that the terminal shows, and follow the pages from there.",
};

export const NO_CODE: SetupFailure = {
  status: 400,
  title: "No code came back",
  sentence: "GitHub sent no code with you.",
  mayRetry: true,
};

export const EXPIRED: SetupFailure = {
  status: 410,
  title: "The code has expired",
  sentence: "GitHub's code is good for one use within an hour.",
  mayRetry: true,
};

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
