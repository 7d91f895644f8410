'use strict';
require('../../register.cjs');
module.exports = require('./snippet-syntax.ts');
