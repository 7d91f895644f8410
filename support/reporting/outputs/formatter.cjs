'use strict';
require('../../register.cjs');
module.exports = require('./formatter.ts');
