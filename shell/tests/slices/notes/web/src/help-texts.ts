throw new Error("There are no texts yet.");
