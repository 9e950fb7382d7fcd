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
    var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$comment": 'Made by "npm run schemas" from the CRDs of istio.io/api v1.31.0-alpha.1.0.20260819121012-5803fb6accf7; do not edit.', "title": "ServiceEntry", "type": "object", "properties": { "apiVersion": { "type": "string", "enum": ["networking.istio.io/v1", "networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"] }, "kind": { "type": "string", "enum": ["ServiceEntry"] }, "metadata": { "type": "object", "properties": { "name": { "type": "string" }, "namespace": { "type": "string" }, "labels": { "type": ["object", "null"], "additionalProperties": { "type": ["string", "null"] } }, "annotations": { "type": ["object", "null"], "additionalProperties": { "type": ["string", "null"] } } } }, "spec": { "type": "object", "required": ["hosts"], "properties": { "addresses": { "type": "array", "maxItems": 256, "items": { "type": "string", "maxLength": 64 } }, "endpoints": { "type": "array", "maxItems": 4096, "items": { "type": "object", "properties": { "address": { "type": "string", "maxLength": 256 }, "labels": { "type": "object", "maxProperties": 256, "additionalProperties": { "type": "string" } }, "locality": { "type": "string", "maxLength": 2048 }, "network": { "type": "string", "maxLength": 2048 }, "ports": { "type": "object", "maxProperties": 128, "additionalProperties": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "serviceAccount": { "type": "string", "maxLength": 253 }, "weight": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "additionalProperties": false } }, "exportTo": { "type": "array", "items": { "type": "string" } }, "hosts": { "type": "array", "minItems": 1, "maxItems": 256, "items": { "type": "string" } }, "location": { "type": "string", "enum": ["MESH_EXTERNAL", "MESH_INTERNAL"] }, "ports": { "type": "array", "maxItems": 256, "items": { "type": "object", "required": ["number", "name"], "properties": { "name": { "type": "string", "maxLength": 256 }, "number": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "protocol": { "type": "string", "maxLength": 256 }, "targetPort": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "additionalProperties": false } }, "resolution": { "type": "string", "enum": ["NONE", "STATIC", "DNS", "DNS_ROUND_ROBIN", "DYNAMIC_DNS"] }, "subjectAltNames": { "type": "array", "items": { "type": "string" } }, "workloadSelector": { "type": "object", "properties": { "labels": { "type": "object", "maxProperties": 256, "additionalProperties": { "type": "string", "maxLength": 63 } } }, "additionalProperties": false } }, "additionalProperties": false }, "status": {} }, "required": ["apiVersion", "kind", "spec"], "additionalProperties": false };
    var func2 = Object.prototype.hasOwnProperty;
    var func3 = require_ucs2length().default;
    function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
      let vErrors = null;
      let errors = 0;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        if (data.apiVersion === void 0) {
          const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "apiVersion" } };
          if (vErrors === null) {
            vErrors = [err0];
          } else {
            vErrors.push(err0);
          }
          errors++;
        }
        if (data.kind === void 0) {
          const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "kind" } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
        }
        if (data.spec === void 0) {
          const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "spec" } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
        for (const key0 in data) {
          if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec" || key0 === "status")) {
            const err3 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
        }
        if (data.apiVersion !== void 0) {
          let data0 = data.apiVersion;
          if (typeof data0 !== "string") {
            const err4 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
          if (!(data0 === "networking.istio.io/v1" || data0 === "networking.istio.io/v1beta1" || data0 === "networking.istio.io/v1alpha3")) {
            const err5 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/enum", keyword: "enum", params: { allowedValues: schema11.properties.apiVersion.enum } };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
        }
        if (data.kind !== void 0) {
          let data1 = data.kind;
          if (typeof data1 !== "string") {
            const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
          if (!(data1 === "ServiceEntry")) {
            const err7 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema11.properties.kind.enum } };
            if (vErrors === null) {
              vErrors = [err7];
            } else {
              vErrors.push(err7);
            }
            errors++;
          }
        }
        if (data.metadata !== void 0) {
          let data2 = data.metadata;
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.name !== void 0) {
              if (typeof data2.name !== "string") {
                const err8 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
            if (data2.namespace !== void 0) {
              if (typeof data2.namespace !== "string") {
                const err9 = { instancePath: instancePath + "/metadata/namespace", schemaPath: "#/properties/metadata/properties/namespace/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
            }
            if (data2.labels !== void 0) {
              let data5 = data2.labels;
              if (!(data5 && typeof data5 == "object" && !Array.isArray(data5)) && data5 !== null) {
                const err10 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/properties/metadata/properties/labels/type", keyword: "type", params: { type: schema11.properties.metadata.properties.labels.type } };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
              if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                for (const key1 in data5) {
                  let data6 = data5[key1];
                  if (typeof data6 !== "string" && data6 !== null) {
                    const err11 = { instancePath: instancePath + "/metadata/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/properties/labels/additionalProperties/type", keyword: "type", params: { type: schema11.properties.metadata.properties.labels.additionalProperties.type } };
                    if (vErrors === null) {
                      vErrors = [err11];
                    } else {
                      vErrors.push(err11);
                    }
                    errors++;
                  }
                }
              }
            }
            if (data2.annotations !== void 0) {
              let data7 = data2.annotations;
              if (!(data7 && typeof data7 == "object" && !Array.isArray(data7)) && data7 !== null) {
                const err12 = { instancePath: instancePath + "/metadata/annotations", schemaPath: "#/properties/metadata/properties/annotations/type", keyword: "type", params: { type: schema11.properties.metadata.properties.annotations.type } };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
              if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                for (const key2 in data7) {
                  let data8 = data7[key2];
                  if (typeof data8 !== "string" && data8 !== null) {
                    const err13 = { instancePath: instancePath + "/metadata/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/properties/annotations/additionalProperties/type", keyword: "type", params: { type: schema11.properties.metadata.properties.annotations.additionalProperties.type } };
                    if (vErrors === null) {
                      vErrors = [err13];
                    } else {
                      vErrors.push(err13);
                    }
                    errors++;
                  }
                }
              }
            }
          } else {
            const err14 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err14];
            } else {
              vErrors.push(err14);
            }
            errors++;
          }
        }
        if (data.spec !== void 0) {
          let data9 = data.spec;
          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
            if (data9.hosts === void 0) {
              const err15 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/required", keyword: "required", params: { missingProperty: "hosts" } };
              if (vErrors === null) {
                vErrors = [err15];
              } else {
                vErrors.push(err15);
              }
              errors++;
            }
            for (const key3 in data9) {
              if (!func2.call(schema11.properties.spec.properties, key3)) {
                const err16 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
            if (data9.addresses !== void 0) {
              let data10 = data9.addresses;
              if (Array.isArray(data10)) {
                if (data10.length > 256) {
                  const err17 = { instancePath: instancePath + "/spec/addresses", schemaPath: "#/properties/spec/properties/addresses/maxItems", keyword: "maxItems", params: { limit: 256 } };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
                const len0 = data10.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data11 = data10[i0];
                  if (typeof data11 === "string") {
                    if (func3(data11) > 64) {
                      const err18 = { instancePath: instancePath + "/spec/addresses/" + i0, schemaPath: "#/properties/spec/properties/addresses/items/maxLength", keyword: "maxLength", params: { limit: 64 } };
                      if (vErrors === null) {
                        vErrors = [err18];
                      } else {
                        vErrors.push(err18);
                      }
                      errors++;
                    }
                  } else {
                    const err19 = { instancePath: instancePath + "/spec/addresses/" + i0, schemaPath: "#/properties/spec/properties/addresses/items/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err19];
                    } else {
                      vErrors.push(err19);
                    }
                    errors++;
                  }
                }
              } else {
                const err20 = { instancePath: instancePath + "/spec/addresses", schemaPath: "#/properties/spec/properties/addresses/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
            }
            if (data9.endpoints !== void 0) {
              let data12 = data9.endpoints;
              if (Array.isArray(data12)) {
                if (data12.length > 4096) {
                  const err21 = { instancePath: instancePath + "/spec/endpoints", schemaPath: "#/properties/spec/properties/endpoints/maxItems", keyword: "maxItems", params: { limit: 4096 } };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
                const len1 = data12.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data13 = data12[i1];
                  if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                    for (const key4 in data13) {
                      if (!(key4 === "address" || key4 === "labels" || key4 === "locality" || key4 === "network" || key4 === "ports" || key4 === "serviceAccount" || key4 === "weight")) {
                        const err22 = { instancePath: instancePath + "/spec/endpoints/" + i1, schemaPath: "#/properties/spec/properties/endpoints/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
                        if (vErrors === null) {
                          vErrors = [err22];
                        } else {
                          vErrors.push(err22);
                        }
                        errors++;
                      }
                    }
                    if (data13.address !== void 0) {
                      let data14 = data13.address;
                      if (typeof data14 === "string") {
                        if (func3(data14) > 256) {
                          const err23 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/address", schemaPath: "#/properties/spec/properties/endpoints/items/properties/address/maxLength", keyword: "maxLength", params: { limit: 256 } };
                          if (vErrors === null) {
                            vErrors = [err23];
                          } else {
                            vErrors.push(err23);
                          }
                          errors++;
                        }
                      } else {
                        const err24 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/address", schemaPath: "#/properties/spec/properties/endpoints/items/properties/address/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err24];
                        } else {
                          vErrors.push(err24);
                        }
                        errors++;
                      }
                    }
                    if (data13.labels !== void 0) {
                      let data15 = data13.labels;
                      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                        if (Object.keys(data15).length > 256) {
                          const err25 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/labels", schemaPath: "#/properties/spec/properties/endpoints/items/properties/labels/maxProperties", keyword: "maxProperties", params: { limit: 256 } };
                          if (vErrors === null) {
                            vErrors = [err25];
                          } else {
                            vErrors.push(err25);
                          }
                          errors++;
                        }
                        for (const key5 in data15) {
                          if (typeof data15[key5] !== "string") {
                            const err26 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/labels/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/endpoints/items/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err26];
                            } else {
                              vErrors.push(err26);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err27 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/labels", schemaPath: "#/properties/spec/properties/endpoints/items/properties/labels/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err27];
                        } else {
                          vErrors.push(err27);
                        }
                        errors++;
                      }
                    }
                    if (data13.locality !== void 0) {
                      let data17 = data13.locality;
                      if (typeof data17 === "string") {
                        if (func3(data17) > 2048) {
                          const err28 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/locality", schemaPath: "#/properties/spec/properties/endpoints/items/properties/locality/maxLength", keyword: "maxLength", params: { limit: 2048 } };
                          if (vErrors === null) {
                            vErrors = [err28];
                          } else {
                            vErrors.push(err28);
                          }
                          errors++;
                        }
                      } else {
                        const err29 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/locality", schemaPath: "#/properties/spec/properties/endpoints/items/properties/locality/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err29];
                        } else {
                          vErrors.push(err29);
                        }
                        errors++;
                      }
                    }
                    if (data13.network !== void 0) {
                      let data18 = data13.network;
                      if (typeof data18 === "string") {
                        if (func3(data18) > 2048) {
                          const err30 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/network", schemaPath: "#/properties/spec/properties/endpoints/items/properties/network/maxLength", keyword: "maxLength", params: { limit: 2048 } };
                          if (vErrors === null) {
                            vErrors = [err30];
                          } else {
                            vErrors.push(err30);
                          }
                          errors++;
                        }
                      } else {
                        const err31 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/network", schemaPath: "#/properties/spec/properties/endpoints/items/properties/network/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err31];
                        } else {
                          vErrors.push(err31);
                        }
                        errors++;
                      }
                    }
                    if (data13.ports !== void 0) {
                      let data19 = data13.ports;
                      if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                        if (Object.keys(data19).length > 128) {
                          const err32 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/ports", schemaPath: "#/properties/spec/properties/endpoints/items/properties/ports/maxProperties", keyword: "maxProperties", params: { limit: 128 } };
                          if (vErrors === null) {
                            vErrors = [err32];
                          } else {
                            vErrors.push(err32);
                          }
                          errors++;
                        }
                        for (const key6 in data19) {
                          let data20 = data19[key6];
                          if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                            const err33 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/ports/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/endpoints/items/properties/ports/additionalProperties/type", keyword: "type", params: { type: "integer" } };
                            if (vErrors === null) {
                              vErrors = [err33];
                            } else {
                              vErrors.push(err33);
                            }
                            errors++;
                          }
                          if (typeof data20 == "number" && isFinite(data20)) {
                            if (data20 > 4294967295 || isNaN(data20)) {
                              const err34 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/ports/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/endpoints/items/properties/ports/additionalProperties/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                              if (vErrors === null) {
                                vErrors = [err34];
                              } else {
                                vErrors.push(err34);
                              }
                              errors++;
                            }
                            if (data20 < 0 || isNaN(data20)) {
                              const err35 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/ports/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/endpoints/items/properties/ports/additionalProperties/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                              if (vErrors === null) {
                                vErrors = [err35];
                              } else {
                                vErrors.push(err35);
                              }
                              errors++;
                            }
                          }
                        }
                      } else {
                        const err36 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/ports", schemaPath: "#/properties/spec/properties/endpoints/items/properties/ports/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err36];
                        } else {
                          vErrors.push(err36);
                        }
                        errors++;
                      }
                    }
                    if (data13.serviceAccount !== void 0) {
                      let data21 = data13.serviceAccount;
                      if (typeof data21 === "string") {
                        if (func3(data21) > 253) {
                          const err37 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/serviceAccount", schemaPath: "#/properties/spec/properties/endpoints/items/properties/serviceAccount/maxLength", keyword: "maxLength", params: { limit: 253 } };
                          if (vErrors === null) {
                            vErrors = [err37];
                          } else {
                            vErrors.push(err37);
                          }
                          errors++;
                        }
                      } else {
                        const err38 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/serviceAccount", schemaPath: "#/properties/spec/properties/endpoints/items/properties/serviceAccount/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err38];
                        } else {
                          vErrors.push(err38);
                        }
                        errors++;
                      }
                    }
                    if (data13.weight !== void 0) {
                      let data22 = data13.weight;
                      if (!(typeof data22 == "number" && (!(data22 % 1) && !isNaN(data22)) && isFinite(data22))) {
                        const err39 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/weight", schemaPath: "#/properties/spec/properties/endpoints/items/properties/weight/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err39];
                        } else {
                          vErrors.push(err39);
                        }
                        errors++;
                      }
                      if (typeof data22 == "number" && isFinite(data22)) {
                        if (data22 > 4294967295 || isNaN(data22)) {
                          const err40 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/weight", schemaPath: "#/properties/spec/properties/endpoints/items/properties/weight/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                          if (vErrors === null) {
                            vErrors = [err40];
                          } else {
                            vErrors.push(err40);
                          }
                          errors++;
                        }
                        if (data22 < 0 || isNaN(data22)) {
                          const err41 = { instancePath: instancePath + "/spec/endpoints/" + i1 + "/weight", schemaPath: "#/properties/spec/properties/endpoints/items/properties/weight/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                          if (vErrors === null) {
                            vErrors = [err41];
                          } else {
                            vErrors.push(err41);
                          }
                          errors++;
                        }
                      }
                    }
                  } else {
                    const err42 = { instancePath: instancePath + "/spec/endpoints/" + i1, schemaPath: "#/properties/spec/properties/endpoints/items/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err42];
                    } else {
                      vErrors.push(err42);
                    }
                    errors++;
                  }
                }
              } else {
                const err43 = { instancePath: instancePath + "/spec/endpoints", schemaPath: "#/properties/spec/properties/endpoints/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err43];
                } else {
                  vErrors.push(err43);
                }
                errors++;
              }
            }
            if (data9.exportTo !== void 0) {
              let data23 = data9.exportTo;
              if (Array.isArray(data23)) {
                const len2 = data23.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  if (typeof data23[i2] !== "string") {
                    const err44 = { instancePath: instancePath + "/spec/exportTo/" + i2, schemaPath: "#/properties/spec/properties/exportTo/items/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err44];
                    } else {
                      vErrors.push(err44);
                    }
                    errors++;
                  }
                }
              } else {
                const err45 = { instancePath: instancePath + "/spec/exportTo", schemaPath: "#/properties/spec/properties/exportTo/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err45];
                } else {
                  vErrors.push(err45);
                }
                errors++;
              }
            }
            if (data9.hosts !== void 0) {
              let data25 = data9.hosts;
              if (Array.isArray(data25)) {
                if (data25.length > 256) {
                  const err46 = { instancePath: instancePath + "/spec/hosts", schemaPath: "#/properties/spec/properties/hosts/maxItems", keyword: "maxItems", params: { limit: 256 } };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
                if (data25.length < 1) {
                  const err47 = { instancePath: instancePath + "/spec/hosts", schemaPath: "#/properties/spec/properties/hosts/minItems", keyword: "minItems", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err47];
                  } else {
                    vErrors.push(err47);
                  }
                  errors++;
                }
                const len3 = data25.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  if (typeof data25[i3] !== "string") {
                    const err48 = { instancePath: instancePath + "/spec/hosts/" + i3, schemaPath: "#/properties/spec/properties/hosts/items/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err48];
                    } else {
                      vErrors.push(err48);
                    }
                    errors++;
                  }
                }
              } else {
                const err49 = { instancePath: instancePath + "/spec/hosts", schemaPath: "#/properties/spec/properties/hosts/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err49];
                } else {
                  vErrors.push(err49);
                }
                errors++;
              }
            }
            if (data9.location !== void 0) {
              let data27 = data9.location;
              if (typeof data27 !== "string") {
                const err50 = { instancePath: instancePath + "/spec/location", schemaPath: "#/properties/spec/properties/location/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err50];
                } else {
                  vErrors.push(err50);
                }
                errors++;
              }
              if (!(data27 === "MESH_EXTERNAL" || data27 === "MESH_INTERNAL")) {
                const err51 = { instancePath: instancePath + "/spec/location", schemaPath: "#/properties/spec/properties/location/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.location.enum } };
                if (vErrors === null) {
                  vErrors = [err51];
                } else {
                  vErrors.push(err51);
                }
                errors++;
              }
            }
            if (data9.ports !== void 0) {
              let data28 = data9.ports;
              if (Array.isArray(data28)) {
                if (data28.length > 256) {
                  const err52 = { instancePath: instancePath + "/spec/ports", schemaPath: "#/properties/spec/properties/ports/maxItems", keyword: "maxItems", params: { limit: 256 } };
                  if (vErrors === null) {
                    vErrors = [err52];
                  } else {
                    vErrors.push(err52);
                  }
                  errors++;
                }
                const len4 = data28.length;
                for (let i4 = 0; i4 < len4; i4++) {
                  let data29 = data28[i4];
                  if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
                    if (data29.number === void 0) {
                      const err53 = { instancePath: instancePath + "/spec/ports/" + i4, schemaPath: "#/properties/spec/properties/ports/items/required", keyword: "required", params: { missingProperty: "number" } };
                      if (vErrors === null) {
                        vErrors = [err53];
                      } else {
                        vErrors.push(err53);
                      }
                      errors++;
                    }
                    if (data29.name === void 0) {
                      const err54 = { instancePath: instancePath + "/spec/ports/" + i4, schemaPath: "#/properties/spec/properties/ports/items/required", keyword: "required", params: { missingProperty: "name" } };
                      if (vErrors === null) {
                        vErrors = [err54];
                      } else {
                        vErrors.push(err54);
                      }
                      errors++;
                    }
                    for (const key7 in data29) {
                      if (!(key7 === "name" || key7 === "number" || key7 === "protocol" || key7 === "targetPort")) {
                        const err55 = { instancePath: instancePath + "/spec/ports/" + i4, schemaPath: "#/properties/spec/properties/ports/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
                        if (vErrors === null) {
                          vErrors = [err55];
                        } else {
                          vErrors.push(err55);
                        }
                        errors++;
                      }
                    }
                    if (data29.name !== void 0) {
                      let data30 = data29.name;
                      if (typeof data30 === "string") {
                        if (func3(data30) > 256) {
                          const err56 = { instancePath: instancePath + "/spec/ports/" + i4 + "/name", schemaPath: "#/properties/spec/properties/ports/items/properties/name/maxLength", keyword: "maxLength", params: { limit: 256 } };
                          if (vErrors === null) {
                            vErrors = [err56];
                          } else {
                            vErrors.push(err56);
                          }
                          errors++;
                        }
                      } else {
                        const err57 = { instancePath: instancePath + "/spec/ports/" + i4 + "/name", schemaPath: "#/properties/spec/properties/ports/items/properties/name/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err57];
                        } else {
                          vErrors.push(err57);
                        }
                        errors++;
                      }
                    }
                    if (data29.number !== void 0) {
                      let data31 = data29.number;
                      if (!(typeof data31 == "number" && (!(data31 % 1) && !isNaN(data31)) && isFinite(data31))) {
                        const err58 = { instancePath: instancePath + "/spec/ports/" + i4 + "/number", schemaPath: "#/properties/spec/properties/ports/items/properties/number/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err58];
                        } else {
                          vErrors.push(err58);
                        }
                        errors++;
                      }
                      if (typeof data31 == "number" && isFinite(data31)) {
                        if (data31 > 4294967295 || isNaN(data31)) {
                          const err59 = { instancePath: instancePath + "/spec/ports/" + i4 + "/number", schemaPath: "#/properties/spec/properties/ports/items/properties/number/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                          if (vErrors === null) {
                            vErrors = [err59];
                          } else {
                            vErrors.push(err59);
                          }
                          errors++;
                        }
                        if (data31 < 0 || isNaN(data31)) {
                          const err60 = { instancePath: instancePath + "/spec/ports/" + i4 + "/number", schemaPath: "#/properties/spec/properties/ports/items/properties/number/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                          if (vErrors === null) {
                            vErrors = [err60];
                          } else {
                            vErrors.push(err60);
                          }
                          errors++;
                        }
                      }
                    }
                    if (data29.protocol !== void 0) {
                      let data32 = data29.protocol;
                      if (typeof data32 === "string") {
                        if (func3(data32) > 256) {
                          const err61 = { instancePath: instancePath + "/spec/ports/" + i4 + "/protocol", schemaPath: "#/properties/spec/properties/ports/items/properties/protocol/maxLength", keyword: "maxLength", params: { limit: 256 } };
                          if (vErrors === null) {
                            vErrors = [err61];
                          } else {
                            vErrors.push(err61);
                          }
                          errors++;
                        }
                      } else {
                        const err62 = { instancePath: instancePath + "/spec/ports/" + i4 + "/protocol", schemaPath: "#/properties/spec/properties/ports/items/properties/protocol/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err62];
                        } else {
                          vErrors.push(err62);
                        }
                        errors++;
                      }
                    }
                    if (data29.targetPort !== void 0) {
                      let data33 = data29.targetPort;
                      if (!(typeof data33 == "number" && (!(data33 % 1) && !isNaN(data33)) && isFinite(data33))) {
                        const err63 = { instancePath: instancePath + "/spec/ports/" + i4 + "/targetPort", schemaPath: "#/properties/spec/properties/ports/items/properties/targetPort/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err63];
                        } else {
                          vErrors.push(err63);
                        }
                        errors++;
                      }
                      if (typeof data33 == "number" && isFinite(data33)) {
                        if (data33 > 4294967295 || isNaN(data33)) {
                          const err64 = { instancePath: instancePath + "/spec/ports/" + i4 + "/targetPort", schemaPath: "#/properties/spec/properties/ports/items/properties/targetPort/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                          if (vErrors === null) {
                            vErrors = [err64];
                          } else {
                            vErrors.push(err64);
                          }
                          errors++;
                        }
                        if (data33 < 0 || isNaN(data33)) {
                          const err65 = { instancePath: instancePath + "/spec/ports/" + i4 + "/targetPort", schemaPath: "#/properties/spec/properties/ports/items/properties/targetPort/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                          if (vErrors === null) {
                            vErrors = [err65];
                          } else {
                            vErrors.push(err65);
                          }
                          errors++;
                        }
                      }
                    }
                  } else {
                    const err66 = { instancePath: instancePath + "/spec/ports/" + i4, schemaPath: "#/properties/spec/properties/ports/items/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err66];
                    } else {
                      vErrors.push(err66);
                    }
                    errors++;
                  }
                }
              } else {
                const err67 = { instancePath: instancePath + "/spec/ports", schemaPath: "#/properties/spec/properties/ports/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err67];
                } else {
                  vErrors.push(err67);
                }
                errors++;
              }
            }
            if (data9.resolution !== void 0) {
              let data34 = data9.resolution;
              if (typeof data34 !== "string") {
                const err68 = { instancePath: instancePath + "/spec/resolution", schemaPath: "#/properties/spec/properties/resolution/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err68];
                } else {
                  vErrors.push(err68);
                }
                errors++;
              }
              if (!(data34 === "NONE" || data34 === "STATIC" || data34 === "DNS" || data34 === "DNS_ROUND_ROBIN" || data34 === "DYNAMIC_DNS")) {
                const err69 = { instancePath: instancePath + "/spec/resolution", schemaPath: "#/properties/spec/properties/resolution/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.resolution.enum } };
                if (vErrors === null) {
                  vErrors = [err69];
                } else {
                  vErrors.push(err69);
                }
                errors++;
              }
            }
            if (data9.subjectAltNames !== void 0) {
              let data35 = data9.subjectAltNames;
              if (Array.isArray(data35)) {
                const len5 = data35.length;
                for (let i5 = 0; i5 < len5; i5++) {
                  if (typeof data35[i5] !== "string") {
                    const err70 = { instancePath: instancePath + "/spec/subjectAltNames/" + i5, schemaPath: "#/properties/spec/properties/subjectAltNames/items/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err70];
                    } else {
                      vErrors.push(err70);
                    }
                    errors++;
                  }
                }
              } else {
                const err71 = { instancePath: instancePath + "/spec/subjectAltNames", schemaPath: "#/properties/spec/properties/subjectAltNames/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err71];
                } else {
                  vErrors.push(err71);
                }
                errors++;
              }
            }
            if (data9.workloadSelector !== void 0) {
              let data37 = data9.workloadSelector;
              if (data37 && typeof data37 == "object" && !Array.isArray(data37)) {
                for (const key8 in data37) {
                  if (!(key8 === "labels")) {
                    const err72 = { instancePath: instancePath + "/spec/workloadSelector", schemaPath: "#/properties/spec/properties/workloadSelector/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
                    if (vErrors === null) {
                      vErrors = [err72];
                    } else {
                      vErrors.push(err72);
                    }
                    errors++;
                  }
                }
                if (data37.labels !== void 0) {
                  let data38 = data37.labels;
                  if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
                    if (Object.keys(data38).length > 256) {
                      const err73 = { instancePath: instancePath + "/spec/workloadSelector/labels", schemaPath: "#/properties/spec/properties/workloadSelector/properties/labels/maxProperties", keyword: "maxProperties", params: { limit: 256 } };
                      if (vErrors === null) {
                        vErrors = [err73];
                      } else {
                        vErrors.push(err73);
                      }
                      errors++;
                    }
                    for (const key9 in data38) {
                      let data39 = data38[key9];
                      if (typeof data39 === "string") {
                        if (func3(data39) > 63) {
                          const err74 = { instancePath: instancePath + "/spec/workloadSelector/labels/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 63 } };
                          if (vErrors === null) {
                            vErrors = [err74];
                          } else {
                            vErrors.push(err74);
                          }
                          errors++;
                        }
                      } else {
                        const err75 = { instancePath: instancePath + "/spec/workloadSelector/labels/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err75];
                        } else {
                          vErrors.push(err75);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err76 = { instancePath: instancePath + "/spec/workloadSelector/labels", schemaPath: "#/properties/spec/properties/workloadSelector/properties/labels/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err76];
                    } else {
                      vErrors.push(err76);
                    }
                    errors++;
                  }
                }
              } else {
                const err77 = { instancePath: instancePath + "/spec/workloadSelector", schemaPath: "#/properties/spec/properties/workloadSelector/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err77];
                } else {
                  vErrors.push(err77);
                }
                errors++;
              }
            }
          } else {
            const err78 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err78];
            } else {
              vErrors.push(err78);
            }
            errors++;
          }
        }
      } else {
        const err79 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err79];
        } else {
          vErrors.push(err79);
        }
        errors++;
      }
      validate10.errors = vErrors;
      return errors === 0;
    }
    var schema = { "$schema": "http://json-schema.org/draft-07/schema#", "$comment": 'Made by "npm run schemas" from the CRDs of istio.io/api v1.31.0-alpha.1.0.20260819121012-5803fb6accf7; do not edit.', "title": "ServiceEntry", "type": "object", "properties": { "apiVersion": { "type": "string", "enum": ["networking.istio.io/v1", "networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"] }, "kind": { "type": "string", "enum": ["ServiceEntry"] }, "metadata": { "type": "object", "properties": { "name": { "type": "string" }, "namespace": { "type": "string" }, "labels": { "type": ["object", "null"], "additionalProperties": { "type": ["string", "null"] } }, "annotations": { "type": ["object", "null"], "additionalProperties": { "type": ["string", "null"] } } } }, "spec": { "type": "object", "required": ["hosts"], "properties": { "addresses": { "type": "array", "maxItems": 256, "items": { "type": "string", "maxLength": 64 } }, "endpoints": { "type": "array", "maxItems": 4096, "items": { "type": "object", "properties": { "address": { "type": "string", "maxLength": 256 }, "labels": { "type": "object", "maxProperties": 256, "additionalProperties": { "type": "string" } }, "locality": { "type": "string", "maxLength": 2048 }, "network": { "type": "string", "maxLength": 2048 }, "ports": { "type": "object", "maxProperties": 128, "additionalProperties": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "serviceAccount": { "type": "string", "maxLength": 253 }, "weight": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "additionalProperties": false } }, "exportTo": { "type": "array", "items": { "type": "string" } }, "hosts": { "type": "array", "minItems": 1, "maxItems": 256, "items": { "type": "string" } }, "location": { "type": "string", "enum": ["MESH_EXTERNAL", "MESH_INTERNAL"] }, "ports": { "type": "array", "maxItems": 256, "items": { "type": "object", "required": ["number", "name"], "properties": { "name": { "type": "string", "maxLength": 256 }, "number": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "protocol": { "type": "string", "maxLength": 256 }, "targetPort": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "additionalProperties": false } }, "resolution": { "type": "string", "enum": ["NONE", "STATIC", "DNS", "DNS_ROUND_ROBIN", "DYNAMIC_DNS"] }, "subjectAltNames": { "type": "array", "items": { "type": "string" } }, "workloadSelector": { "type": "object", "properties": { "labels": { "type": "object", "maxProperties": 256, "additionalProperties": { "type": "string", "maxLength": 63 } } }, "additionalProperties": false } }, "additionalProperties": false }, "status": {} }, "required": ["apiVersion", "kind", "spec"], "additionalProperties": false };
    return __toCommonJS(stdin_exports);
  })();
  return validator
}
