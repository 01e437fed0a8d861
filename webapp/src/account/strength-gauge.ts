import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import * as common from '@zxcvbn-ts/language-common';

export const gauge = new ZxcvbnFactory({
  dictionary: common.dictionary,
  graphs: common.adjacencyGraphs,
  // The server refuses far below this length for other reasons; grading costs grow with the square of it.
  maxLength: 100,
});
