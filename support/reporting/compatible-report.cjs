'use strict';
require('../register.cjs');
module.exports = require('./compatible-report.ts');
