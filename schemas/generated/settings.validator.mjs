// Made by "npm run generate"; do not edit.
export function createValidator() {
  "use strict";
  var validator = (() => {
    var __defProp = Object.defineProperty;
    var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
    var __getOwnPropNames = Object.getOwnPropertyNames;
    var __hasOwnProp = Object.prototype.hasOwnProperty;
    var __commonJS = (cb, mod) => function __require() {
      try {
        return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
      } catch (e) {
        throw mod = 0, e;
      }
    };
    var __export = (target, all) => {
      for (var name in all)
        __defProp(target, name, { get: all[name], enumerable: true });
    };
    var __copyProps = (to, from, except, desc) => {
      if (from && typeof from === "object" || typeof from === "function") {
        for (let key of __getOwnPropNames(from))
          if (!__hasOwnProp.call(to, key) && key !== except)
            __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
      }
      return to;
    };
    var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);
  
    // node_modules/ajv/dist/runtime/ucs2length.js
    var require_ucs2length = __commonJS({
      "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
        "use strict";
        Object.defineProperty(exports, "__esModule", { value: true });
        function ucs2length(str) {
          const len = str.length;
          let length = 0;
          let pos = 0;
          let value;
          while (pos < len) {
            length++;
            value = str.charCodeAt(pos++);
            if (value >= 55296 && value <= 56319 && pos < len) {
              value = str.charCodeAt(pos);
              if ((value & 64512) === 56320)
                pos++;
            }
          }
          return length;
        }
        exports.default = ucs2length;
      }
    });
  
    // <stdin>
    var stdin_exports = {};
    __export(stdin_exports, {
      default: () => stdin_default,
      schema: () => schema,
      validate: () => validate
    });
    var validate = validate10;
    var stdin_default = validate10;
    var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "title": "Settings", "type": "object", "properties": { "outboundTrafficPolicy": { "type": "string", "enum": ["auto", "REGISTRY_ONLY", "ALLOW_ANY"] }, "assume": { "type": "string", "enum": ["none", "REGISTRY_ONLY", "ALLOW_ANY"] }, "visibility": { "type": "string", "enum": ["istio", "namespace"] }, "istioVersion": { "type": "string", "enum": ["1.20", "1.21", "1.22", "1.23", "1.24", "1.25", "1.26", "1.27", "1.28", "1.29", "1.30", "1.31", "1.32"] }, "include": { "type": "array", "items": { "type": "string", "minLength": 1 } }, "exclude": { "type": "array", "items": { "type": "string", "minLength": 1 } }, "namespace": { "type": "object", "additionalProperties": { "type": "string", "pattern": "^(?!-)[a-z0-9-]{1,63}(?<!-)$", "patternErrorMessage": "A namespace has lower-case letters, digits and dashes, and neither begins nor ends with a dash." } }, "kustomize": { "type": "boolean" }, "helm": { "type": "boolean" }, "knownHosts": { "type": "object", "propertyNames": { "pattern": "^[^/\\s]+$", "patternErrorMessage": "Write the host alone, without scheme and path." }, "additionalProperties": { "type": ["object", "null"], "properties": { "namespaces": { "type": "array", "items": { "type": "string", "minLength": 1 } }, "ports": { "type": "array", "items": { "type": "integer", "minimum": 1, "maximum": 65535 } } }, "additionalProperties": false } }, "rules": { "type": "object", "additionalProperties": { "type": "string", "enum": ["error", "warning", "information", "hint", "off"] } }, "generate.exportTo": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^(?:[.*~]|(?!-)[A-Za-z0-9-]{1,63}(?<!-))$", "patternErrorMessage": "Write `.`, `*`, `~` or the name of a namespace." } }, "enable": { "type": "boolean" }, "docs.baseUrl": { "type": "string", "pattern": "^(?:$|https?://)", "patternErrorMessage": "Write an address that begins with `https://`, or nothing." }, "trace.server": { "type": "string", "enum": ["off", "messages", "verbose"] } } };
    var func2 = require_ucs2length().default;
    var pattern0 = new RegExp("^(?!-)[a-z0-9-]{1,63}(?<!-)$", "u");
    var pattern1 = new RegExp("^[^/\\s]+$", "u");
    var pattern2 = new RegExp("^(?:[.*~]|(?!-)[A-Za-z0-9-]{1,63}(?<!-))$", "u");
    var pattern3 = new RegExp("^(?:$|https?://)", "u");
    function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
      let vErrors = null;
      let errors = 0;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.outboundTrafficPolicy !== void 0) {
          let data0 = data.outboundTrafficPolicy;
          if (typeof data0 !== "string") {
            const err0 = { instancePath: instancePath + "/outboundTrafficPolicy", schemaPath: "#/properties/outboundTrafficPolicy/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
          if (!(data0 === "auto" || data0 === "REGISTRY_ONLY" || data0 === "ALLOW_ANY")) {
            const err1 = { instancePath: instancePath + "/outboundTrafficPolicy", schemaPath: "#/properties/outboundTrafficPolicy/enum", keyword: "enum", params: { allowedValues: schema11.properties.outboundTrafficPolicy.enum } };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          }
        }
        if (data.assume !== void 0) {
          let data1 = data.assume;
          if (typeof data1 !== "string") {
            const err2 = { instancePath: instancePath + "/assume", schemaPath: "#/properties/assume/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
          if (!(data1 === "none" || data1 === "REGISTRY_ONLY" || data1 === "ALLOW_ANY")) {
            const err3 = { instancePath: instancePath + "/assume", schemaPath: "#/properties/assume/enum", keyword: "enum", params: { allowedValues: schema11.properties.assume.enum } };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data.visibility !== void 0) {
          let data2 = data.visibility;
          if (typeof data2 !== "string") {
            const err4 = { instancePath: instancePath + "/visibility", schemaPath: "#/properties/visibility/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
          if (!(data2 === "istio" || data2 === "namespace")) {
            const err5 = { instancePath: instancePath + "/visibility", schemaPath: "#/properties/visibility/enum", keyword: "enum", params: { allowedValues: schema11.properties.visibility.enum } };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data.istioVersion !== void 0) {
          let data3 = data.istioVersion;
          if (typeof data3 !== "string") {
            const err6 = { instancePath: instancePath + "/istioVersion", schemaPath: "#/properties/istioVersion/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
          if (!(data3 === "1.20" || data3 === "1.21" || data3 === "1.22" || data3 === "1.23" || data3 === "1.24" || data3 === "1.25" || data3 === "1.26" || data3 === "1.27" || data3 === "1.28" || data3 === "1.29" || data3 === "1.30" || data3 === "1.31" || data3 === "1.32")) {
            const err7 = { instancePath: instancePath + "/istioVersion", schemaPath: "#/properties/istioVersion/enum", keyword: "enum", params: { allowedValues: schema11.properties.istioVersion.enum } };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data.include !== void 0) {
          let data4 = data.include;
          if (Array.isArray(data4)) {
            const len0 = data4.length;
            for (let i0 = 0; i0 < len0; i0++) {
              let data5 = data4[i0];
              if (typeof data5 === "string") {
                if (func2(data5) < 1) {
                  const err8 = { instancePath: instancePath + "/include/" + i0, schemaPath: "#/properties/include/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err8];
                  } else {
                    vErrors.push(err8);
                  }
                  errors++;
                }
              } else {
                const err9 = { instancePath: instancePath + "/include/" + i0, schemaPath: "#/properties/include/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
          } else {
            const err10 = { instancePath: instancePath + "/include", schemaPath: "#/properties/include/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err10];
            } else {
              vErrors.push(err10);
            }
            errors++;
          }
        }
        if (data.exclude !== void 0) {
          let data6 = data.exclude;
          if (Array.isArray(data6)) {
            const len1 = data6.length;
            for (let i1 = 0; i1 < len1; i1++) {
              let data7 = data6[i1];
              if (typeof data7 === "string") {
                if (func2(data7) < 1) {
                  const err11 = { instancePath: instancePath + "/exclude/" + i1, schemaPath: "#/properties/exclude/items/minLength", keyword: "minLength", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err11];
                  } else {
                    vErrors.push(err11);
                  }
                  errors++;
                }
              } else {
                const err12 = { instancePath: instancePath + "/exclude/" + i1, schemaPath: "#/properties/exclude/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
          } else {
            const err13 = { instancePath: instancePath + "/exclude", schemaPath: "#/properties/exclude/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.namespace !== void 0) {
          let data8 = data.namespace;
          if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
            for (const key0 in data8) {
              let data9 = data8[key0];
              if (typeof data9 === "string") {
                if (!pattern0.test(data9)) {
                  const err14 = { instancePath: instancePath + "/namespace/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/namespace/additionalProperties/pattern", keyword: "pattern", params: { pattern: "^(?!-)[a-z0-9-]{1,63}(?<!-)$" } };
                  if (vErrors === null) {
                    vErrors = [err14];
                  } else {
                    vErrors.push(err14);
                  }
                  errors++;
                }
              } else {
                const err15 = { instancePath: instancePath + "/namespace/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/namespace/additionalProperties/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
          } else {
            const err16 = { instancePath: instancePath + "/namespace", schemaPath: "#/properties/namespace/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err16];
            } else {
              vErrors.push(err16);
            }
            errors++;
          }
        }
        if (data.kustomize !== void 0) {
          if (typeof data.kustomize !== "boolean") {
            const err17 = { instancePath: instancePath + "/kustomize", schemaPath: "#/properties/kustomize/type", keyword: "type", params: { type: "boolean" } };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data.helm !== void 0) {
          if (typeof data.helm !== "boolean") {
            const err18 = { instancePath: instancePath + "/helm", schemaPath: "#/properties/helm/type", keyword: "type", params: { type: "boolean" } };
            if (vErrors === null) {
              vErrors = [err18];
            } else {
              vErrors.push(err18);
            }
            errors++;
          }
        }
        if (data.knownHosts !== void 0) {
          let data12 = data.knownHosts;
          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
            for (const key1 in data12) {
              const _errs28 = errors;
              if (typeof key1 === "string") {
                if (!pattern1.test(key1)) {
                  const err19 = { instancePath: instancePath + "/knownHosts", schemaPath: "#/properties/knownHosts/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[^/\\s]+$" }, propertyName: key1 };
                  if (vErrors === null) {
                    vErrors = [err19];
                  } else {
                    vErrors.push(err19);
                  }
                  errors++;
                }
              }
              var valid6 = _errs28 === errors;
              if (!valid6) {
                const err20 = { instancePath: instancePath + "/knownHosts", schemaPath: "#/properties/knownHosts/propertyNames", keyword: "propertyNames", params: { propertyName: key1 } };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            for (const key2 in data12) {
              let data13 = data12[key2];
              if (!(data13 && typeof data13 == "object" && !Array.isArray(data13)) && data13 !== null) {
                const err21 = { instancePath: instancePath + "/knownHosts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/knownHosts/additionalProperties/type", keyword: "type", params: { type: schema11.properties.knownHosts.additionalProperties.type } };
                if (vErrors === null) {
                  vErrors = [err21];
                } else {
                  vErrors.push(err21);
                }
                errors++;
              }
              if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                for (const key3 in data13) {
                  if (!(key3 === "namespaces" || key3 === "ports")) {
                    const err22 = { instancePath: instancePath + "/knownHosts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/knownHosts/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
                    if (vErrors === null) {
                      vErrors = [err22];
                    } else {
                      vErrors.push(err22);
                    }
                    errors++;
                  }
                }
                if (data13.namespaces !== void 0) {
                  let data14 = data13.namespaces;
                  if (Array.isArray(data14)) {
                    const len2 = data14.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data15 = data14[i2];
                      if (typeof data15 === "string") {
                        if (func2(data15) < 1) {
                          const err23 = { instancePath: instancePath + "/knownHosts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/namespaces/" + i2, schemaPath: "#/properties/knownHosts/additionalProperties/properties/namespaces/items/minLength", keyword: "minLength", params: { limit: 1 } };
                          if (vErrors === null) {
                            vErrors = [err23];
                          } else {
                            vErrors.push(err23);
                          }
                          errors++;
                        }
                      } else {
                        const err24 = { instancePath: instancePath + "/knownHosts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/namespaces/" + i2, schemaPath: "#/properties/knownHosts/additionalProperties/properties/namespaces/items/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err24];
                        } else {
                          vErrors.push(err24);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err25 = { instancePath: instancePath + "/knownHosts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/namespaces", schemaPath: "#/properties/knownHosts/additionalProperties/properties/namespaces/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err25];
                    } else {
                      vErrors.push(err25);
                    }
                    errors++;
                  }
                }
                if (data13.ports !== void 0) {
                  let data16 = data13.ports;
                  if (Array.isArray(data16)) {
                    const len3 = data16.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data17 = data16[i3];
                      if (!(typeof data17 == "number" && (!(data17 % 1) && !isNaN(data17)) && isFinite(data17))) {
                        const err26 = { instancePath: instancePath + "/knownHosts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/ports/" + i3, schemaPath: "#/properties/knownHosts/additionalProperties/properties/ports/items/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err26];
                        } else {
                          vErrors.push(err26);
                        }
                        errors++;
                      }
                      if (typeof data17 == "number" && isFinite(data17)) {
                        if (data17 > 65535 || isNaN(data17)) {
                          const err27 = { instancePath: instancePath + "/knownHosts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/ports/" + i3, schemaPath: "#/properties/knownHosts/additionalProperties/properties/ports/items/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 } };
                          if (vErrors === null) {
                            vErrors = [err27];
                          } else {
                            vErrors.push(err27);
                          }
                          errors++;
                        }
                        if (data17 < 1 || isNaN(data17)) {
                          const err28 = { instancePath: instancePath + "/knownHosts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/ports/" + i3, schemaPath: "#/properties/knownHosts/additionalProperties/properties/ports/items/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } };
                          if (vErrors === null) {
                            vErrors = [err28];
                          } else {
                            vErrors.push(err28);
                          }
                          errors++;
                        }
                      }
                    }
                  } else {
                    const err29 = { instancePath: instancePath + "/knownHosts/" + key2.replace(/~/g, "~0").replace(/\//g, "~1") + "/ports", schemaPath: "#/properties/knownHosts/additionalProperties/properties/ports/type", keyword: "type", params: { type: "array" } };
                    if (vErrors === null) {
                      vErrors = [err29];
                    } else {
                      vErrors.push(err29);
                    }
                    errors++;
                  }
                }
              }
            }
          } else {
            const err30 = { instancePath: instancePath + "/knownHosts", schemaPath: "#/properties/knownHosts/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err30];
            } else {
              vErrors.push(err30);
            }
            errors++;
          }
        }
        if (data.rules !== void 0) {
          let data18 = data.rules;
          if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
            for (const key4 in data18) {
              let data19 = data18[key4];
              if (typeof data19 !== "string") {
                const err31 = { instancePath: instancePath + "/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err31];
                } else {
                  vErrors.push(err31);
                }
                errors++;
              }
              if (!(data19 === "error" || data19 === "warning" || data19 === "information" || data19 === "hint" || data19 === "off")) {
                const err32 = { instancePath: instancePath + "/rules/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/rules/additionalProperties/enum", keyword: "enum", params: { allowedValues: schema11.properties.rules.additionalProperties.enum } };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
          } else {
            const err33 = { instancePath: instancePath + "/rules", schemaPath: "#/properties/rules/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err33];
            } else {
              vErrors.push(err33);
            }
            errors++;
          }
        }
        if (data["generate.exportTo"] !== void 0) {
          let data20 = data["generate.exportTo"];
          if (Array.isArray(data20)) {
            if (data20.length < 1) {
              const err34 = { instancePath: instancePath + "/generate.exportTo", schemaPath: "#/properties/generate.exportTo/minItems", keyword: "minItems", params: { limit: 1 } };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            const len4 = data20.length;
            for (let i4 = 0; i4 < len4; i4++) {
              let data21 = data20[i4];
              if (typeof data21 === "string") {
                if (!pattern2.test(data21)) {
                  const err35 = { instancePath: instancePath + "/generate.exportTo/" + i4, schemaPath: "#/properties/generate.exportTo/items/pattern", keyword: "pattern", params: { pattern: "^(?:[.*~]|(?!-)[A-Za-z0-9-]{1,63}(?<!-))$" } };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
              } else {
                const err36 = { instancePath: instancePath + "/generate.exportTo/" + i4, schemaPath: "#/properties/generate.exportTo/items/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
          } else {
            const err37 = { instancePath: instancePath + "/generate.exportTo", schemaPath: "#/properties/generate.exportTo/type", keyword: "type", params: { type: "array" } };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        }
        if (data.enable !== void 0) {
          if (typeof data.enable !== "boolean") {
            const err38 = { instancePath: instancePath + "/enable", schemaPath: "#/properties/enable/type", keyword: "type", params: { type: "boolean" } };
            if (vErrors === null) {
              vErrors = [err38];
            } else {
              vErrors.push(err38);
            }
            errors++;
          }
        }
        if (data["docs.baseUrl"] !== void 0) {
          let data23 = data["docs.baseUrl"];
          if (typeof data23 === "string") {
            if (!pattern3.test(data23)) {
              const err39 = { instancePath: instancePath + "/docs.baseUrl", schemaPath: "#/properties/docs.baseUrl/pattern", keyword: "pattern", params: { pattern: "^(?:$|https?://)" } };
              if (vErrors === null) {
                vErrors = [err39];
              } else {
                vErrors.push(err39);
              }
              errors++;
            }
          } else {
            const err40 = { instancePath: instancePath + "/docs.baseUrl", schemaPath: "#/properties/docs.baseUrl/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err40];
            } else {
              vErrors.push(err40);
            }
            errors++;
          }
        }
        if (data["trace.server"] !== void 0) {
          let data24 = data["trace.server"];
          if (typeof data24 !== "string") {
            const err41 = { instancePath: instancePath + "/trace.server", schemaPath: "#/properties/trace.server/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
          if (!(data24 === "off" || data24 === "messages" || data24 === "verbose")) {
            const err42 = { instancePath: instancePath + "/trace.server", schemaPath: "#/properties/trace.server/enum", keyword: "enum", params: { allowedValues: schema11.properties["trace.server"].enum } };
            if (vErrors === null) {
              vErrors = [err42];
            } else {
              vErrors.push(err42);
            }
            errors++;
          }
        }
      } else {
        const err43 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err43];
        } else {
          vErrors.push(err43);
        }
        errors++;
      }
      validate10.errors = vErrors;
      return errors === 0;
    }
    var schema = { "$schema": "http://json-schema.org/draft-07/schema#", "title": "Settings", "type": "object", "properties": { "outboundTrafficPolicy": { "type": "string", "enum": ["auto", "REGISTRY_ONLY", "ALLOW_ANY"] }, "assume": { "type": "string", "enum": ["none", "REGISTRY_ONLY", "ALLOW_ANY"] }, "visibility": { "type": "string", "enum": ["istio", "namespace"] }, "istioVersion": { "type": "string", "enum": ["1.20", "1.21", "1.22", "1.23", "1.24", "1.25", "1.26", "1.27", "1.28", "1.29", "1.30", "1.31", "1.32"] }, "include": { "type": "array", "items": { "type": "string", "minLength": 1 } }, "exclude": { "type": "array", "items": { "type": "string", "minLength": 1 } }, "namespace": { "type": "object", "additionalProperties": { "type": "string", "pattern": "^(?!-)[a-z0-9-]{1,63}(?<!-)$", "patternErrorMessage": "A namespace has lower-case letters, digits and dashes, and neither begins nor ends with a dash." } }, "kustomize": { "type": "boolean" }, "helm": { "type": "boolean" }, "knownHosts": { "type": "object", "propertyNames": { "pattern": "^[^/\\s]+$", "patternErrorMessage": "Write the host alone, without scheme and path." }, "additionalProperties": { "type": ["object", "null"], "properties": { "namespaces": { "type": "array", "items": { "type": "string", "minLength": 1 } }, "ports": { "type": "array", "items": { "type": "integer", "minimum": 1, "maximum": 65535 } } }, "additionalProperties": false } }, "rules": { "type": "object", "additionalProperties": { "type": "string", "enum": ["error", "warning", "information", "hint", "off"] } }, "generate.exportTo": { "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^(?:[.*~]|(?!-)[A-Za-z0-9-]{1,63}(?<!-))$", "patternErrorMessage": "Write `.`, `*`, `~` or the name of a namespace." } }, "enable": { "type": "boolean" }, "docs.baseUrl": { "type": "string", "pattern": "^(?:$|https?://)", "patternErrorMessage": "Write an address that begins with `https://`, or nothing." }, "trace.server": { "type": "string", "enum": ["off", "messages", "verbose"] } } };
    return __toCommonJS(stdin_exports);
  })();
  return validator
}
