'use strict';

/** Every process of a run makes one, few ever use it: the code is loaded when it is. */
module.exports = class SnippetSyntax {
  build(parts) {
    require('../../register.cjs');
    const { default: Syntax } = require('./snippet-syntax.ts');
    return new Syntax().build(parts);
  }
};
