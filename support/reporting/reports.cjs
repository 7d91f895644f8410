'use strict';
require('../register.cjs');
module.exports = require('./reports.ts');
