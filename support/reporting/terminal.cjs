'use strict';
require('../register.cjs');
module.exports = require('./terminal.ts');
