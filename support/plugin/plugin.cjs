'use strict';
require('../register.cjs');
module.exports = require('./plugin.ts');
