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
    var schema11 = { "$schema": "http://json-schema.org/draft-07/schema#", "$comment": 'Made by "npm run schemas" from the CRDs of istio.io/api v1.31.0-alpha.1.0.20260819121012-5803fb6accf7; do not edit.', "title": "Sidecar", "type": "object", "properties": { "apiVersion": { "type": "string", "enum": ["networking.istio.io/v1", "networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"] }, "kind": { "type": "string", "enum": ["Sidecar"] }, "metadata": { "type": "object", "properties": { "name": { "type": "string" }, "namespace": { "type": "string" }, "labels": { "type": ["object", "null"], "additionalProperties": { "type": ["string", "null"] } }, "annotations": { "type": ["object", "null"], "additionalProperties": { "type": ["string", "null"] } } } }, "spec": { "type": "object", "properties": { "egress": { "type": "array", "items": { "type": "object", "required": ["hosts"], "properties": { "bind": { "type": "string" }, "captureMode": { "type": "string", "enum": ["DEFAULT", "IPTABLES", "NONE"] }, "hosts": { "type": "array", "items": { "type": "string" } }, "port": { "type": "object", "properties": { "name": { "type": "string" }, "number": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "protocol": { "type": "string" }, "targetPort": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "additionalProperties": false } }, "additionalProperties": false } }, "inboundConnectionPool": { "type": "object", "properties": { "http": { "type": "object", "properties": { "h2UpgradePolicy": { "type": "string", "enum": ["DEFAULT", "DO_NOT_UPGRADE", "UPGRADE"] }, "http1MaxPendingRequests": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "http2KeepAlive": { "type": "object", "properties": { "interval": { "type": "string" }, "timeout": { "type": "string" } }, "additionalProperties": false }, "http2MaxRequests": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "idleTimeout": { "type": "string" }, "maxConcurrentStreams": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "maxRequestsPerConnection": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "maxRetries": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "useClientProtocol": { "type": "boolean" } }, "additionalProperties": false }, "tcp": { "type": "object", "properties": { "connectTimeout": { "type": "string" }, "idleTimeout": { "type": "string" }, "maxConnectionDuration": { "type": "string" }, "maxConnections": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "tcpKeepalive": { "type": "object", "properties": { "interval": { "type": "string" }, "probes": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "time": { "type": "string" } }, "additionalProperties": false } }, "additionalProperties": false } }, "additionalProperties": false }, "ingress": { "type": "array", "items": { "type": "object", "required": ["port"], "properties": { "bind": { "type": "string" }, "captureMode": { "type": "string", "enum": ["DEFAULT", "IPTABLES", "NONE"] }, "connectionPool": { "type": "object", "properties": { "http": { "type": "object", "properties": { "h2UpgradePolicy": { "type": "string", "enum": ["DEFAULT", "DO_NOT_UPGRADE", "UPGRADE"] }, "http1MaxPendingRequests": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "http2KeepAlive": { "type": "object", "properties": { "interval": { "type": "string" }, "timeout": { "type": "string" } }, "additionalProperties": false }, "http2MaxRequests": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "idleTimeout": { "type": "string" }, "maxConcurrentStreams": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "maxRequestsPerConnection": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "maxRetries": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "useClientProtocol": { "type": "boolean" } }, "additionalProperties": false }, "tcp": { "type": "object", "properties": { "connectTimeout": { "type": "string" }, "idleTimeout": { "type": "string" }, "maxConnectionDuration": { "type": "string" }, "maxConnections": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "tcpKeepalive": { "type": "object", "properties": { "interval": { "type": "string" }, "probes": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "time": { "type": "string" } }, "additionalProperties": false } }, "additionalProperties": false } }, "additionalProperties": false }, "defaultEndpoint": { "type": "string" }, "port": { "type": "object", "properties": { "name": { "type": "string" }, "number": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "protocol": { "type": "string" }, "targetPort": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "additionalProperties": false }, "tls": { "type": "object", "properties": { "caCertCredentialName": { "type": "string" }, "caCertificates": { "type": "string" }, "caCrl": { "type": "string" }, "cipherSuites": { "type": "array", "items": { "type": "string" } }, "credentialName": { "type": "string" }, "credentialNames": { "type": "array", "minItems": 1, "maxItems": 2, "items": { "type": "string" } }, "ecdhCurves": { "type": "array", "items": { "type": "string" } }, "httpsRedirect": { "type": "boolean" }, "insecureSkipVerify": { "type": ["boolean", "null"] }, "maxProtocolVersion": { "type": "string", "enum": ["TLS_AUTO", "TLSV1_0", "TLSV1_1", "TLSV1_2", "TLSV1_3"] }, "minProtocolVersion": { "type": "string", "enum": ["TLS_AUTO", "TLSV1_0", "TLSV1_1", "TLSV1_2", "TLSV1_3"] }, "mode": { "type": "string", "enum": ["PASSTHROUGH", "SIMPLE", "MUTUAL", "AUTO_PASSTHROUGH", "ISTIO_MUTUAL", "OPTIONAL_MUTUAL"] }, "privateKey": { "type": "string" }, "serverCertificate": { "type": "string" }, "subjectAltNames": { "type": "array", "items": { "type": "string" } }, "tlsCertificates": { "type": "array", "minItems": 1, "maxItems": 2, "items": { "type": "object", "properties": { "caCertificates": { "type": "string" }, "privateKey": { "type": "string" }, "serverCertificate": { "type": "string" } }, "additionalProperties": false } }, "verifyCertificateHash": { "type": "array", "items": { "type": "string" } }, "verifyCertificateSpki": { "type": "array", "items": { "type": "string" } } }, "additionalProperties": false } }, "additionalProperties": false } }, "outboundTrafficPolicy": { "type": "object", "properties": { "egressProxy": { "type": "object", "required": ["host"], "properties": { "host": { "type": "string" }, "port": { "type": "object", "properties": { "number": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "additionalProperties": false }, "subset": { "type": "string" } }, "additionalProperties": false }, "mode": { "type": "string", "enum": ["REGISTRY_ONLY", "ALLOW_ANY"] } }, "additionalProperties": false }, "workloadSelector": { "type": "object", "properties": { "labels": { "type": "object", "maxProperties": 256, "additionalProperties": { "type": "string", "maxLength": 63 } } }, "additionalProperties": false } }, "additionalProperties": false }, "status": {} }, "required": ["apiVersion", "kind"], "additionalProperties": false };
    var func2 = Object.prototype.hasOwnProperty;
    var func5 = require_ucs2length().default;
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
        for (const key0 in data) {
          if (!(key0 === "apiVersion" || key0 === "kind" || key0 === "metadata" || key0 === "spec" || key0 === "status")) {
            const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
            if (vErrors === null) {
              vErrors = [err2];
            } else {
              vErrors.push(err2);
            }
            errors++;
          }
        }
        if (data.apiVersion !== void 0) {
          let data0 = data.apiVersion;
          if (typeof data0 !== "string") {
            const err3 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
          }
          if (!(data0 === "networking.istio.io/v1" || data0 === "networking.istio.io/v1beta1" || data0 === "networking.istio.io/v1alpha3")) {
            const err4 = { instancePath: instancePath + "/apiVersion", schemaPath: "#/properties/apiVersion/enum", keyword: "enum", params: { allowedValues: schema11.properties.apiVersion.enum } };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        if (data.kind !== void 0) {
          let data1 = data.kind;
          if (typeof data1 !== "string") {
            const err5 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/type", keyword: "type", params: { type: "string" } };
            if (vErrors === null) {
              vErrors = [err5];
            } else {
              vErrors.push(err5);
            }
            errors++;
          }
          if (!(data1 === "Sidecar")) {
            const err6 = { instancePath: instancePath + "/kind", schemaPath: "#/properties/kind/enum", keyword: "enum", params: { allowedValues: schema11.properties.kind.enum } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
          }
        }
        if (data.metadata !== void 0) {
          let data2 = data.metadata;
          if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
            if (data2.name !== void 0) {
              if (typeof data2.name !== "string") {
                const err7 = { instancePath: instancePath + "/metadata/name", schemaPath: "#/properties/metadata/properties/name/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
            }
            if (data2.namespace !== void 0) {
              if (typeof data2.namespace !== "string") {
                const err8 = { instancePath: instancePath + "/metadata/namespace", schemaPath: "#/properties/metadata/properties/namespace/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err8];
                } else {
                  vErrors.push(err8);
                }
                errors++;
              }
            }
            if (data2.labels !== void 0) {
              let data5 = data2.labels;
              if (!(data5 && typeof data5 == "object" && !Array.isArray(data5)) && data5 !== null) {
                const err9 = { instancePath: instancePath + "/metadata/labels", schemaPath: "#/properties/metadata/properties/labels/type", keyword: "type", params: { type: schema11.properties.metadata.properties.labels.type } };
                if (vErrors === null) {
                  vErrors = [err9];
                } else {
                  vErrors.push(err9);
                }
                errors++;
              }
              if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                for (const key1 in data5) {
                  let data6 = data5[key1];
                  if (typeof data6 !== "string" && data6 !== null) {
                    const err10 = { instancePath: instancePath + "/metadata/labels/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/properties/labels/additionalProperties/type", keyword: "type", params: { type: schema11.properties.metadata.properties.labels.additionalProperties.type } };
                    if (vErrors === null) {
                      vErrors = [err10];
                    } else {
                      vErrors.push(err10);
                    }
                    errors++;
                  }
                }
              }
            }
            if (data2.annotations !== void 0) {
              let data7 = data2.annotations;
              if (!(data7 && typeof data7 == "object" && !Array.isArray(data7)) && data7 !== null) {
                const err11 = { instancePath: instancePath + "/metadata/annotations", schemaPath: "#/properties/metadata/properties/annotations/type", keyword: "type", params: { type: schema11.properties.metadata.properties.annotations.type } };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
              if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                for (const key2 in data7) {
                  let data8 = data7[key2];
                  if (typeof data8 !== "string" && data8 !== null) {
                    const err12 = { instancePath: instancePath + "/metadata/annotations/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/metadata/properties/annotations/additionalProperties/type", keyword: "type", params: { type: schema11.properties.metadata.properties.annotations.additionalProperties.type } };
                    if (vErrors === null) {
                      vErrors = [err12];
                    } else {
                      vErrors.push(err12);
                    }
                    errors++;
                  }
                }
              }
            }
          } else {
            const err13 = { instancePath: instancePath + "/metadata", schemaPath: "#/properties/metadata/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err13];
            } else {
              vErrors.push(err13);
            }
            errors++;
          }
        }
        if (data.spec !== void 0) {
          let data9 = data.spec;
          if (data9 && typeof data9 == "object" && !Array.isArray(data9)) {
            for (const key3 in data9) {
              if (!(key3 === "egress" || key3 === "inboundConnectionPool" || key3 === "ingress" || key3 === "outboundTrafficPolicy" || key3 === "workloadSelector")) {
                const err14 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 } };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
            }
            if (data9.egress !== void 0) {
              let data10 = data9.egress;
              if (Array.isArray(data10)) {
                const len0 = data10.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data11 = data10[i0];
                  if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                    if (data11.hosts === void 0) {
                      const err15 = { instancePath: instancePath + "/spec/egress/" + i0, schemaPath: "#/properties/spec/properties/egress/items/required", keyword: "required", params: { missingProperty: "hosts" } };
                      if (vErrors === null) {
                        vErrors = [err15];
                      } else {
                        vErrors.push(err15);
                      }
                      errors++;
                    }
                    for (const key4 in data11) {
                      if (!(key4 === "bind" || key4 === "captureMode" || key4 === "hosts" || key4 === "port")) {
                        const err16 = { instancePath: instancePath + "/spec/egress/" + i0, schemaPath: "#/properties/spec/properties/egress/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 } };
                        if (vErrors === null) {
                          vErrors = [err16];
                        } else {
                          vErrors.push(err16);
                        }
                        errors++;
                      }
                    }
                    if (data11.bind !== void 0) {
                      if (typeof data11.bind !== "string") {
                        const err17 = { instancePath: instancePath + "/spec/egress/" + i0 + "/bind", schemaPath: "#/properties/spec/properties/egress/items/properties/bind/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err17];
                        } else {
                          vErrors.push(err17);
                        }
                        errors++;
                      }
                    }
                    if (data11.captureMode !== void 0) {
                      let data13 = data11.captureMode;
                      if (typeof data13 !== "string") {
                        const err18 = { instancePath: instancePath + "/spec/egress/" + i0 + "/captureMode", schemaPath: "#/properties/spec/properties/egress/items/properties/captureMode/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err18];
                        } else {
                          vErrors.push(err18);
                        }
                        errors++;
                      }
                      if (!(data13 === "DEFAULT" || data13 === "IPTABLES" || data13 === "NONE")) {
                        const err19 = { instancePath: instancePath + "/spec/egress/" + i0 + "/captureMode", schemaPath: "#/properties/spec/properties/egress/items/properties/captureMode/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.egress.items.properties.captureMode.enum } };
                        if (vErrors === null) {
                          vErrors = [err19];
                        } else {
                          vErrors.push(err19);
                        }
                        errors++;
                      }
                    }
                    if (data11.hosts !== void 0) {
                      let data14 = data11.hosts;
                      if (Array.isArray(data14)) {
                        const len1 = data14.length;
                        for (let i1 = 0; i1 < len1; i1++) {
                          if (typeof data14[i1] !== "string") {
                            const err20 = { instancePath: instancePath + "/spec/egress/" + i0 + "/hosts/" + i1, schemaPath: "#/properties/spec/properties/egress/items/properties/hosts/items/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err20];
                            } else {
                              vErrors.push(err20);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err21 = { instancePath: instancePath + "/spec/egress/" + i0 + "/hosts", schemaPath: "#/properties/spec/properties/egress/items/properties/hosts/type", keyword: "type", params: { type: "array" } };
                        if (vErrors === null) {
                          vErrors = [err21];
                        } else {
                          vErrors.push(err21);
                        }
                        errors++;
                      }
                    }
                    if (data11.port !== void 0) {
                      let data16 = data11.port;
                      if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                        for (const key5 in data16) {
                          if (!(key5 === "name" || key5 === "number" || key5 === "protocol" || key5 === "targetPort")) {
                            const err22 = { instancePath: instancePath + "/spec/egress/" + i0 + "/port", schemaPath: "#/properties/spec/properties/egress/items/properties/port/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 } };
                            if (vErrors === null) {
                              vErrors = [err22];
                            } else {
                              vErrors.push(err22);
                            }
                            errors++;
                          }
                        }
                        if (data16.name !== void 0) {
                          if (typeof data16.name !== "string") {
                            const err23 = { instancePath: instancePath + "/spec/egress/" + i0 + "/port/name", schemaPath: "#/properties/spec/properties/egress/items/properties/port/properties/name/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err23];
                            } else {
                              vErrors.push(err23);
                            }
                            errors++;
                          }
                        }
                        if (data16.number !== void 0) {
                          let data18 = data16.number;
                          if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
                            const err24 = { instancePath: instancePath + "/spec/egress/" + i0 + "/port/number", schemaPath: "#/properties/spec/properties/egress/items/properties/port/properties/number/type", keyword: "type", params: { type: "integer" } };
                            if (vErrors === null) {
                              vErrors = [err24];
                            } else {
                              vErrors.push(err24);
                            }
                            errors++;
                          }
                          if (typeof data18 == "number" && isFinite(data18)) {
                            if (data18 > 4294967295 || isNaN(data18)) {
                              const err25 = { instancePath: instancePath + "/spec/egress/" + i0 + "/port/number", schemaPath: "#/properties/spec/properties/egress/items/properties/port/properties/number/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                              if (vErrors === null) {
                                vErrors = [err25];
                              } else {
                                vErrors.push(err25);
                              }
                              errors++;
                            }
                            if (data18 < 0 || isNaN(data18)) {
                              const err26 = { instancePath: instancePath + "/spec/egress/" + i0 + "/port/number", schemaPath: "#/properties/spec/properties/egress/items/properties/port/properties/number/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                              if (vErrors === null) {
                                vErrors = [err26];
                              } else {
                                vErrors.push(err26);
                              }
                              errors++;
                            }
                          }
                        }
                        if (data16.protocol !== void 0) {
                          if (typeof data16.protocol !== "string") {
                            const err27 = { instancePath: instancePath + "/spec/egress/" + i0 + "/port/protocol", schemaPath: "#/properties/spec/properties/egress/items/properties/port/properties/protocol/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err27];
                            } else {
                              vErrors.push(err27);
                            }
                            errors++;
                          }
                        }
                        if (data16.targetPort !== void 0) {
                          let data20 = data16.targetPort;
                          if (!(typeof data20 == "number" && (!(data20 % 1) && !isNaN(data20)) && isFinite(data20))) {
                            const err28 = { instancePath: instancePath + "/spec/egress/" + i0 + "/port/targetPort", schemaPath: "#/properties/spec/properties/egress/items/properties/port/properties/targetPort/type", keyword: "type", params: { type: "integer" } };
                            if (vErrors === null) {
                              vErrors = [err28];
                            } else {
                              vErrors.push(err28);
                            }
                            errors++;
                          }
                          if (typeof data20 == "number" && isFinite(data20)) {
                            if (data20 > 4294967295 || isNaN(data20)) {
                              const err29 = { instancePath: instancePath + "/spec/egress/" + i0 + "/port/targetPort", schemaPath: "#/properties/spec/properties/egress/items/properties/port/properties/targetPort/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                              if (vErrors === null) {
                                vErrors = [err29];
                              } else {
                                vErrors.push(err29);
                              }
                              errors++;
                            }
                            if (data20 < 0 || isNaN(data20)) {
                              const err30 = { instancePath: instancePath + "/spec/egress/" + i0 + "/port/targetPort", schemaPath: "#/properties/spec/properties/egress/items/properties/port/properties/targetPort/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                              if (vErrors === null) {
                                vErrors = [err30];
                              } else {
                                vErrors.push(err30);
                              }
                              errors++;
                            }
                          }
                        }
                      } else {
                        const err31 = { instancePath: instancePath + "/spec/egress/" + i0 + "/port", schemaPath: "#/properties/spec/properties/egress/items/properties/port/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err31];
                        } else {
                          vErrors.push(err31);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err32 = { instancePath: instancePath + "/spec/egress/" + i0, schemaPath: "#/properties/spec/properties/egress/items/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err32];
                    } else {
                      vErrors.push(err32);
                    }
                    errors++;
                  }
                }
              } else {
                const err33 = { instancePath: instancePath + "/spec/egress", schemaPath: "#/properties/spec/properties/egress/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err33];
                } else {
                  vErrors.push(err33);
                }
                errors++;
              }
            }
            if (data9.inboundConnectionPool !== void 0) {
              let data21 = data9.inboundConnectionPool;
              if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                for (const key6 in data21) {
                  if (!(key6 === "http" || key6 === "tcp")) {
                    const err34 = { instancePath: instancePath + "/spec/inboundConnectionPool", schemaPath: "#/properties/spec/properties/inboundConnectionPool/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } };
                    if (vErrors === null) {
                      vErrors = [err34];
                    } else {
                      vErrors.push(err34);
                    }
                    errors++;
                  }
                }
                if (data21.http !== void 0) {
                  let data22 = data21.http;
                  if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                    for (const key7 in data22) {
                      if (!func2.call(schema11.properties.spec.properties.inboundConnectionPool.properties.http.properties, key7)) {
                        const err35 = { instancePath: instancePath + "/spec/inboundConnectionPool/http", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } };
                        if (vErrors === null) {
                          vErrors = [err35];
                        } else {
                          vErrors.push(err35);
                        }
                        errors++;
                      }
                    }
                    if (data22.h2UpgradePolicy !== void 0) {
                      let data23 = data22.h2UpgradePolicy;
                      if (typeof data23 !== "string") {
                        const err36 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/h2UpgradePolicy", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/h2UpgradePolicy/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err36];
                        } else {
                          vErrors.push(err36);
                        }
                        errors++;
                      }
                      if (!(data23 === "DEFAULT" || data23 === "DO_NOT_UPGRADE" || data23 === "UPGRADE")) {
                        const err37 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/h2UpgradePolicy", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/h2UpgradePolicy/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.inboundConnectionPool.properties.http.properties.h2UpgradePolicy.enum } };
                        if (vErrors === null) {
                          vErrors = [err37];
                        } else {
                          vErrors.push(err37);
                        }
                        errors++;
                      }
                    }
                    if (data22.http1MaxPendingRequests !== void 0) {
                      let data24 = data22.http1MaxPendingRequests;
                      if (!(typeof data24 == "number" && (!(data24 % 1) && !isNaN(data24)) && isFinite(data24))) {
                        const err38 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/http1MaxPendingRequests", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/http1MaxPendingRequests/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err38];
                        } else {
                          vErrors.push(err38);
                        }
                        errors++;
                      }
                      if (typeof data24 == "number" && isFinite(data24)) {
                        if (data24 > 2147483647 || isNaN(data24)) {
                          const err39 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/http1MaxPendingRequests", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/http1MaxPendingRequests/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                          if (vErrors === null) {
                            vErrors = [err39];
                          } else {
                            vErrors.push(err39);
                          }
                          errors++;
                        }
                        if (data24 < -2147483648 || isNaN(data24)) {
                          const err40 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/http1MaxPendingRequests", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/http1MaxPendingRequests/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                          if (vErrors === null) {
                            vErrors = [err40];
                          } else {
                            vErrors.push(err40);
                          }
                          errors++;
                        }
                      }
                    }
                    if (data22.http2KeepAlive !== void 0) {
                      let data25 = data22.http2KeepAlive;
                      if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                        for (const key8 in data25) {
                          if (!(key8 === "interval" || key8 === "timeout")) {
                            const err41 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/http2KeepAlive", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/http2KeepAlive/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 } };
                            if (vErrors === null) {
                              vErrors = [err41];
                            } else {
                              vErrors.push(err41);
                            }
                            errors++;
                          }
                        }
                        if (data25.interval !== void 0) {
                          if (typeof data25.interval !== "string") {
                            const err42 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/http2KeepAlive/interval", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/http2KeepAlive/properties/interval/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err42];
                            } else {
                              vErrors.push(err42);
                            }
                            errors++;
                          }
                        }
                        if (data25.timeout !== void 0) {
                          if (typeof data25.timeout !== "string") {
                            const err43 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/http2KeepAlive/timeout", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/http2KeepAlive/properties/timeout/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err43];
                            } else {
                              vErrors.push(err43);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err44 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/http2KeepAlive", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/http2KeepAlive/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err44];
                        } else {
                          vErrors.push(err44);
                        }
                        errors++;
                      }
                    }
                    if (data22.http2MaxRequests !== void 0) {
                      let data28 = data22.http2MaxRequests;
                      if (!(typeof data28 == "number" && (!(data28 % 1) && !isNaN(data28)) && isFinite(data28))) {
                        const err45 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/http2MaxRequests", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/http2MaxRequests/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err45];
                        } else {
                          vErrors.push(err45);
                        }
                        errors++;
                      }
                      if (typeof data28 == "number" && isFinite(data28)) {
                        if (data28 > 2147483647 || isNaN(data28)) {
                          const err46 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/http2MaxRequests", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/http2MaxRequests/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                          if (vErrors === null) {
                            vErrors = [err46];
                          } else {
                            vErrors.push(err46);
                          }
                          errors++;
                        }
                        if (data28 < -2147483648 || isNaN(data28)) {
                          const err47 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/http2MaxRequests", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/http2MaxRequests/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                          if (vErrors === null) {
                            vErrors = [err47];
                          } else {
                            vErrors.push(err47);
                          }
                          errors++;
                        }
                      }
                    }
                    if (data22.idleTimeout !== void 0) {
                      if (typeof data22.idleTimeout !== "string") {
                        const err48 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/idleTimeout", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/idleTimeout/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err48];
                        } else {
                          vErrors.push(err48);
                        }
                        errors++;
                      }
                    }
                    if (data22.maxConcurrentStreams !== void 0) {
                      let data30 = data22.maxConcurrentStreams;
                      if (!(typeof data30 == "number" && (!(data30 % 1) && !isNaN(data30)) && isFinite(data30))) {
                        const err49 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/maxConcurrentStreams", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/maxConcurrentStreams/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err49];
                        } else {
                          vErrors.push(err49);
                        }
                        errors++;
                      }
                      if (typeof data30 == "number" && isFinite(data30)) {
                        if (data30 > 2147483647 || isNaN(data30)) {
                          const err50 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/maxConcurrentStreams", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/maxConcurrentStreams/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                          if (vErrors === null) {
                            vErrors = [err50];
                          } else {
                            vErrors.push(err50);
                          }
                          errors++;
                        }
                        if (data30 < -2147483648 || isNaN(data30)) {
                          const err51 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/maxConcurrentStreams", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/maxConcurrentStreams/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                          if (vErrors === null) {
                            vErrors = [err51];
                          } else {
                            vErrors.push(err51);
                          }
                          errors++;
                        }
                      }
                    }
                    if (data22.maxRequestsPerConnection !== void 0) {
                      let data31 = data22.maxRequestsPerConnection;
                      if (!(typeof data31 == "number" && (!(data31 % 1) && !isNaN(data31)) && isFinite(data31))) {
                        const err52 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/maxRequestsPerConnection", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/maxRequestsPerConnection/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err52];
                        } else {
                          vErrors.push(err52);
                        }
                        errors++;
                      }
                      if (typeof data31 == "number" && isFinite(data31)) {
                        if (data31 > 2147483647 || isNaN(data31)) {
                          const err53 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/maxRequestsPerConnection", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/maxRequestsPerConnection/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                          if (vErrors === null) {
                            vErrors = [err53];
                          } else {
                            vErrors.push(err53);
                          }
                          errors++;
                        }
                        if (data31 < -2147483648 || isNaN(data31)) {
                          const err54 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/maxRequestsPerConnection", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/maxRequestsPerConnection/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                          if (vErrors === null) {
                            vErrors = [err54];
                          } else {
                            vErrors.push(err54);
                          }
                          errors++;
                        }
                      }
                    }
                    if (data22.maxRetries !== void 0) {
                      let data32 = data22.maxRetries;
                      if (!(typeof data32 == "number" && (!(data32 % 1) && !isNaN(data32)) && isFinite(data32))) {
                        const err55 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/maxRetries", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/maxRetries/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err55];
                        } else {
                          vErrors.push(err55);
                        }
                        errors++;
                      }
                      if (typeof data32 == "number" && isFinite(data32)) {
                        if (data32 > 2147483647 || isNaN(data32)) {
                          const err56 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/maxRetries", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/maxRetries/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                          if (vErrors === null) {
                            vErrors = [err56];
                          } else {
                            vErrors.push(err56);
                          }
                          errors++;
                        }
                        if (data32 < -2147483648 || isNaN(data32)) {
                          const err57 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/maxRetries", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/maxRetries/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                          if (vErrors === null) {
                            vErrors = [err57];
                          } else {
                            vErrors.push(err57);
                          }
                          errors++;
                        }
                      }
                    }
                    if (data22.useClientProtocol !== void 0) {
                      if (typeof data22.useClientProtocol !== "boolean") {
                        const err58 = { instancePath: instancePath + "/spec/inboundConnectionPool/http/useClientProtocol", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/properties/useClientProtocol/type", keyword: "type", params: { type: "boolean" } };
                        if (vErrors === null) {
                          vErrors = [err58];
                        } else {
                          vErrors.push(err58);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err59 = { instancePath: instancePath + "/spec/inboundConnectionPool/http", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/http/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err59];
                    } else {
                      vErrors.push(err59);
                    }
                    errors++;
                  }
                }
                if (data21.tcp !== void 0) {
                  let data34 = data21.tcp;
                  if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
                    for (const key9 in data34) {
                      if (!(key9 === "connectTimeout" || key9 === "idleTimeout" || key9 === "maxConnectionDuration" || key9 === "maxConnections" || key9 === "tcpKeepalive")) {
                        const err60 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 } };
                        if (vErrors === null) {
                          vErrors = [err60];
                        } else {
                          vErrors.push(err60);
                        }
                        errors++;
                      }
                    }
                    if (data34.connectTimeout !== void 0) {
                      if (typeof data34.connectTimeout !== "string") {
                        const err61 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/connectTimeout", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/connectTimeout/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err61];
                        } else {
                          vErrors.push(err61);
                        }
                        errors++;
                      }
                    }
                    if (data34.idleTimeout !== void 0) {
                      if (typeof data34.idleTimeout !== "string") {
                        const err62 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/idleTimeout", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/idleTimeout/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err62];
                        } else {
                          vErrors.push(err62);
                        }
                        errors++;
                      }
                    }
                    if (data34.maxConnectionDuration !== void 0) {
                      if (typeof data34.maxConnectionDuration !== "string") {
                        const err63 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/maxConnectionDuration", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/maxConnectionDuration/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err63];
                        } else {
                          vErrors.push(err63);
                        }
                        errors++;
                      }
                    }
                    if (data34.maxConnections !== void 0) {
                      let data38 = data34.maxConnections;
                      if (!(typeof data38 == "number" && (!(data38 % 1) && !isNaN(data38)) && isFinite(data38))) {
                        const err64 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/maxConnections", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/maxConnections/type", keyword: "type", params: { type: "integer" } };
                        if (vErrors === null) {
                          vErrors = [err64];
                        } else {
                          vErrors.push(err64);
                        }
                        errors++;
                      }
                      if (typeof data38 == "number" && isFinite(data38)) {
                        if (data38 > 2147483647 || isNaN(data38)) {
                          const err65 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/maxConnections", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/maxConnections/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                          if (vErrors === null) {
                            vErrors = [err65];
                          } else {
                            vErrors.push(err65);
                          }
                          errors++;
                        }
                        if (data38 < -2147483648 || isNaN(data38)) {
                          const err66 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/maxConnections", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/maxConnections/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                          if (vErrors === null) {
                            vErrors = [err66];
                          } else {
                            vErrors.push(err66);
                          }
                          errors++;
                        }
                      }
                    }
                    if (data34.tcpKeepalive !== void 0) {
                      let data39 = data34.tcpKeepalive;
                      if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
                        for (const key10 in data39) {
                          if (!(key10 === "interval" || key10 === "probes" || key10 === "time")) {
                            const err67 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/tcpKeepalive", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/tcpKeepalive/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 } };
                            if (vErrors === null) {
                              vErrors = [err67];
                            } else {
                              vErrors.push(err67);
                            }
                            errors++;
                          }
                        }
                        if (data39.interval !== void 0) {
                          if (typeof data39.interval !== "string") {
                            const err68 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/tcpKeepalive/interval", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/tcpKeepalive/properties/interval/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err68];
                            } else {
                              vErrors.push(err68);
                            }
                            errors++;
                          }
                        }
                        if (data39.probes !== void 0) {
                          let data41 = data39.probes;
                          if (!(typeof data41 == "number" && (!(data41 % 1) && !isNaN(data41)) && isFinite(data41))) {
                            const err69 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/tcpKeepalive/probes", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/tcpKeepalive/properties/probes/type", keyword: "type", params: { type: "integer" } };
                            if (vErrors === null) {
                              vErrors = [err69];
                            } else {
                              vErrors.push(err69);
                            }
                            errors++;
                          }
                          if (typeof data41 == "number" && isFinite(data41)) {
                            if (data41 > 4294967295 || isNaN(data41)) {
                              const err70 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/tcpKeepalive/probes", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/tcpKeepalive/properties/probes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                              if (vErrors === null) {
                                vErrors = [err70];
                              } else {
                                vErrors.push(err70);
                              }
                              errors++;
                            }
                            if (data41 < 0 || isNaN(data41)) {
                              const err71 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/tcpKeepalive/probes", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/tcpKeepalive/properties/probes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                              if (vErrors === null) {
                                vErrors = [err71];
                              } else {
                                vErrors.push(err71);
                              }
                              errors++;
                            }
                          }
                        }
                        if (data39.time !== void 0) {
                          if (typeof data39.time !== "string") {
                            const err72 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/tcpKeepalive/time", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/tcpKeepalive/properties/time/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err72];
                            } else {
                              vErrors.push(err72);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err73 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp/tcpKeepalive", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/properties/tcpKeepalive/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err73];
                        } else {
                          vErrors.push(err73);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err74 = { instancePath: instancePath + "/spec/inboundConnectionPool/tcp", schemaPath: "#/properties/spec/properties/inboundConnectionPool/properties/tcp/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err74];
                    } else {
                      vErrors.push(err74);
                    }
                    errors++;
                  }
                }
              } else {
                const err75 = { instancePath: instancePath + "/spec/inboundConnectionPool", schemaPath: "#/properties/spec/properties/inboundConnectionPool/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err75];
                } else {
                  vErrors.push(err75);
                }
                errors++;
              }
            }
            if (data9.ingress !== void 0) {
              let data43 = data9.ingress;
              if (Array.isArray(data43)) {
                const len2 = data43.length;
                for (let i2 = 0; i2 < len2; i2++) {
                  let data44 = data43[i2];
                  if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
                    if (data44.port === void 0) {
                      const err76 = { instancePath: instancePath + "/spec/ingress/" + i2, schemaPath: "#/properties/spec/properties/ingress/items/required", keyword: "required", params: { missingProperty: "port" } };
                      if (vErrors === null) {
                        vErrors = [err76];
                      } else {
                        vErrors.push(err76);
                      }
                      errors++;
                    }
                    for (const key11 in data44) {
                      if (!(key11 === "bind" || key11 === "captureMode" || key11 === "connectionPool" || key11 === "defaultEndpoint" || key11 === "port" || key11 === "tls")) {
                        const err77 = { instancePath: instancePath + "/spec/ingress/" + i2, schemaPath: "#/properties/spec/properties/ingress/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 } };
                        if (vErrors === null) {
                          vErrors = [err77];
                        } else {
                          vErrors.push(err77);
                        }
                        errors++;
                      }
                    }
                    if (data44.bind !== void 0) {
                      if (typeof data44.bind !== "string") {
                        const err78 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/bind", schemaPath: "#/properties/spec/properties/ingress/items/properties/bind/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err78];
                        } else {
                          vErrors.push(err78);
                        }
                        errors++;
                      }
                    }
                    if (data44.captureMode !== void 0) {
                      let data46 = data44.captureMode;
                      if (typeof data46 !== "string") {
                        const err79 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/captureMode", schemaPath: "#/properties/spec/properties/ingress/items/properties/captureMode/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err79];
                        } else {
                          vErrors.push(err79);
                        }
                        errors++;
                      }
                      if (!(data46 === "DEFAULT" || data46 === "IPTABLES" || data46 === "NONE")) {
                        const err80 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/captureMode", schemaPath: "#/properties/spec/properties/ingress/items/properties/captureMode/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.ingress.items.properties.captureMode.enum } };
                        if (vErrors === null) {
                          vErrors = [err80];
                        } else {
                          vErrors.push(err80);
                        }
                        errors++;
                      }
                    }
                    if (data44.connectionPool !== void 0) {
                      let data47 = data44.connectionPool;
                      if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
                        for (const key12 in data47) {
                          if (!(key12 === "http" || key12 === "tcp")) {
                            const err81 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 } };
                            if (vErrors === null) {
                              vErrors = [err81];
                            } else {
                              vErrors.push(err81);
                            }
                            errors++;
                          }
                        }
                        if (data47.http !== void 0) {
                          let data48 = data47.http;
                          if (data48 && typeof data48 == "object" && !Array.isArray(data48)) {
                            for (const key13 in data48) {
                              if (!func2.call(schema11.properties.spec.properties.ingress.items.properties.connectionPool.properties.http.properties, key13)) {
                                const err82 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 } };
                                if (vErrors === null) {
                                  vErrors = [err82];
                                } else {
                                  vErrors.push(err82);
                                }
                                errors++;
                              }
                            }
                            if (data48.h2UpgradePolicy !== void 0) {
                              let data49 = data48.h2UpgradePolicy;
                              if (typeof data49 !== "string") {
                                const err83 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/h2UpgradePolicy", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/h2UpgradePolicy/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err83];
                                } else {
                                  vErrors.push(err83);
                                }
                                errors++;
                              }
                              if (!(data49 === "DEFAULT" || data49 === "DO_NOT_UPGRADE" || data49 === "UPGRADE")) {
                                const err84 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/h2UpgradePolicy", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/h2UpgradePolicy/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.ingress.items.properties.connectionPool.properties.http.properties.h2UpgradePolicy.enum } };
                                if (vErrors === null) {
                                  vErrors = [err84];
                                } else {
                                  vErrors.push(err84);
                                }
                                errors++;
                              }
                            }
                            if (data48.http1MaxPendingRequests !== void 0) {
                              let data50 = data48.http1MaxPendingRequests;
                              if (!(typeof data50 == "number" && (!(data50 % 1) && !isNaN(data50)) && isFinite(data50))) {
                                const err85 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/http1MaxPendingRequests", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/http1MaxPendingRequests/type", keyword: "type", params: { type: "integer" } };
                                if (vErrors === null) {
                                  vErrors = [err85];
                                } else {
                                  vErrors.push(err85);
                                }
                                errors++;
                              }
                              if (typeof data50 == "number" && isFinite(data50)) {
                                if (data50 > 2147483647 || isNaN(data50)) {
                                  const err86 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/http1MaxPendingRequests", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/http1MaxPendingRequests/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                                  if (vErrors === null) {
                                    vErrors = [err86];
                                  } else {
                                    vErrors.push(err86);
                                  }
                                  errors++;
                                }
                                if (data50 < -2147483648 || isNaN(data50)) {
                                  const err87 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/http1MaxPendingRequests", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/http1MaxPendingRequests/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                                  if (vErrors === null) {
                                    vErrors = [err87];
                                  } else {
                                    vErrors.push(err87);
                                  }
                                  errors++;
                                }
                              }
                            }
                            if (data48.http2KeepAlive !== void 0) {
                              let data51 = data48.http2KeepAlive;
                              if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
                                for (const key14 in data51) {
                                  if (!(key14 === "interval" || key14 === "timeout")) {
                                    const err88 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/http2KeepAlive", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/http2KeepAlive/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 } };
                                    if (vErrors === null) {
                                      vErrors = [err88];
                                    } else {
                                      vErrors.push(err88);
                                    }
                                    errors++;
                                  }
                                }
                                if (data51.interval !== void 0) {
                                  if (typeof data51.interval !== "string") {
                                    const err89 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/http2KeepAlive/interval", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/http2KeepAlive/properties/interval/type", keyword: "type", params: { type: "string" } };
                                    if (vErrors === null) {
                                      vErrors = [err89];
                                    } else {
                                      vErrors.push(err89);
                                    }
                                    errors++;
                                  }
                                }
                                if (data51.timeout !== void 0) {
                                  if (typeof data51.timeout !== "string") {
                                    const err90 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/http2KeepAlive/timeout", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/http2KeepAlive/properties/timeout/type", keyword: "type", params: { type: "string" } };
                                    if (vErrors === null) {
                                      vErrors = [err90];
                                    } else {
                                      vErrors.push(err90);
                                    }
                                    errors++;
                                  }
                                }
                              } else {
                                const err91 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/http2KeepAlive", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/http2KeepAlive/type", keyword: "type", params: { type: "object" } };
                                if (vErrors === null) {
                                  vErrors = [err91];
                                } else {
                                  vErrors.push(err91);
                                }
                                errors++;
                              }
                            }
                            if (data48.http2MaxRequests !== void 0) {
                              let data54 = data48.http2MaxRequests;
                              if (!(typeof data54 == "number" && (!(data54 % 1) && !isNaN(data54)) && isFinite(data54))) {
                                const err92 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/http2MaxRequests", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/http2MaxRequests/type", keyword: "type", params: { type: "integer" } };
                                if (vErrors === null) {
                                  vErrors = [err92];
                                } else {
                                  vErrors.push(err92);
                                }
                                errors++;
                              }
                              if (typeof data54 == "number" && isFinite(data54)) {
                                if (data54 > 2147483647 || isNaN(data54)) {
                                  const err93 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/http2MaxRequests", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/http2MaxRequests/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                                  if (vErrors === null) {
                                    vErrors = [err93];
                                  } else {
                                    vErrors.push(err93);
                                  }
                                  errors++;
                                }
                                if (data54 < -2147483648 || isNaN(data54)) {
                                  const err94 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/http2MaxRequests", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/http2MaxRequests/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                                  if (vErrors === null) {
                                    vErrors = [err94];
                                  } else {
                                    vErrors.push(err94);
                                  }
                                  errors++;
                                }
                              }
                            }
                            if (data48.idleTimeout !== void 0) {
                              if (typeof data48.idleTimeout !== "string") {
                                const err95 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/idleTimeout", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/idleTimeout/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err95];
                                } else {
                                  vErrors.push(err95);
                                }
                                errors++;
                              }
                            }
                            if (data48.maxConcurrentStreams !== void 0) {
                              let data56 = data48.maxConcurrentStreams;
                              if (!(typeof data56 == "number" && (!(data56 % 1) && !isNaN(data56)) && isFinite(data56))) {
                                const err96 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/maxConcurrentStreams", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/maxConcurrentStreams/type", keyword: "type", params: { type: "integer" } };
                                if (vErrors === null) {
                                  vErrors = [err96];
                                } else {
                                  vErrors.push(err96);
                                }
                                errors++;
                              }
                              if (typeof data56 == "number" && isFinite(data56)) {
                                if (data56 > 2147483647 || isNaN(data56)) {
                                  const err97 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/maxConcurrentStreams", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/maxConcurrentStreams/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                                  if (vErrors === null) {
                                    vErrors = [err97];
                                  } else {
                                    vErrors.push(err97);
                                  }
                                  errors++;
                                }
                                if (data56 < -2147483648 || isNaN(data56)) {
                                  const err98 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/maxConcurrentStreams", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/maxConcurrentStreams/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                                  if (vErrors === null) {
                                    vErrors = [err98];
                                  } else {
                                    vErrors.push(err98);
                                  }
                                  errors++;
                                }
                              }
                            }
                            if (data48.maxRequestsPerConnection !== void 0) {
                              let data57 = data48.maxRequestsPerConnection;
                              if (!(typeof data57 == "number" && (!(data57 % 1) && !isNaN(data57)) && isFinite(data57))) {
                                const err99 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/maxRequestsPerConnection", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/maxRequestsPerConnection/type", keyword: "type", params: { type: "integer" } };
                                if (vErrors === null) {
                                  vErrors = [err99];
                                } else {
                                  vErrors.push(err99);
                                }
                                errors++;
                              }
                              if (typeof data57 == "number" && isFinite(data57)) {
                                if (data57 > 2147483647 || isNaN(data57)) {
                                  const err100 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/maxRequestsPerConnection", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/maxRequestsPerConnection/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                                  if (vErrors === null) {
                                    vErrors = [err100];
                                  } else {
                                    vErrors.push(err100);
                                  }
                                  errors++;
                                }
                                if (data57 < -2147483648 || isNaN(data57)) {
                                  const err101 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/maxRequestsPerConnection", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/maxRequestsPerConnection/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                                  if (vErrors === null) {
                                    vErrors = [err101];
                                  } else {
                                    vErrors.push(err101);
                                  }
                                  errors++;
                                }
                              }
                            }
                            if (data48.maxRetries !== void 0) {
                              let data58 = data48.maxRetries;
                              if (!(typeof data58 == "number" && (!(data58 % 1) && !isNaN(data58)) && isFinite(data58))) {
                                const err102 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/maxRetries", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/maxRetries/type", keyword: "type", params: { type: "integer" } };
                                if (vErrors === null) {
                                  vErrors = [err102];
                                } else {
                                  vErrors.push(err102);
                                }
                                errors++;
                              }
                              if (typeof data58 == "number" && isFinite(data58)) {
                                if (data58 > 2147483647 || isNaN(data58)) {
                                  const err103 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/maxRetries", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/maxRetries/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                                  if (vErrors === null) {
                                    vErrors = [err103];
                                  } else {
                                    vErrors.push(err103);
                                  }
                                  errors++;
                                }
                                if (data58 < -2147483648 || isNaN(data58)) {
                                  const err104 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/maxRetries", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/maxRetries/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                                  if (vErrors === null) {
                                    vErrors = [err104];
                                  } else {
                                    vErrors.push(err104);
                                  }
                                  errors++;
                                }
                              }
                            }
                            if (data48.useClientProtocol !== void 0) {
                              if (typeof data48.useClientProtocol !== "boolean") {
                                const err105 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http/useClientProtocol", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/properties/useClientProtocol/type", keyword: "type", params: { type: "boolean" } };
                                if (vErrors === null) {
                                  vErrors = [err105];
                                } else {
                                  vErrors.push(err105);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err106 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/http", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/http/type", keyword: "type", params: { type: "object" } };
                            if (vErrors === null) {
                              vErrors = [err106];
                            } else {
                              vErrors.push(err106);
                            }
                            errors++;
                          }
                        }
                        if (data47.tcp !== void 0) {
                          let data60 = data47.tcp;
                          if (data60 && typeof data60 == "object" && !Array.isArray(data60)) {
                            for (const key15 in data60) {
                              if (!(key15 === "connectTimeout" || key15 === "idleTimeout" || key15 === "maxConnectionDuration" || key15 === "maxConnections" || key15 === "tcpKeepalive")) {
                                const err107 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 } };
                                if (vErrors === null) {
                                  vErrors = [err107];
                                } else {
                                  vErrors.push(err107);
                                }
                                errors++;
                              }
                            }
                            if (data60.connectTimeout !== void 0) {
                              if (typeof data60.connectTimeout !== "string") {
                                const err108 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/connectTimeout", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/connectTimeout/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err108];
                                } else {
                                  vErrors.push(err108);
                                }
                                errors++;
                              }
                            }
                            if (data60.idleTimeout !== void 0) {
                              if (typeof data60.idleTimeout !== "string") {
                                const err109 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/idleTimeout", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/idleTimeout/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err109];
                                } else {
                                  vErrors.push(err109);
                                }
                                errors++;
                              }
                            }
                            if (data60.maxConnectionDuration !== void 0) {
                              if (typeof data60.maxConnectionDuration !== "string") {
                                const err110 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/maxConnectionDuration", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/maxConnectionDuration/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err110];
                                } else {
                                  vErrors.push(err110);
                                }
                                errors++;
                              }
                            }
                            if (data60.maxConnections !== void 0) {
                              let data64 = data60.maxConnections;
                              if (!(typeof data64 == "number" && (!(data64 % 1) && !isNaN(data64)) && isFinite(data64))) {
                                const err111 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/maxConnections", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/maxConnections/type", keyword: "type", params: { type: "integer" } };
                                if (vErrors === null) {
                                  vErrors = [err111];
                                } else {
                                  vErrors.push(err111);
                                }
                                errors++;
                              }
                              if (typeof data64 == "number" && isFinite(data64)) {
                                if (data64 > 2147483647 || isNaN(data64)) {
                                  const err112 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/maxConnections", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/maxConnections/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } };
                                  if (vErrors === null) {
                                    vErrors = [err112];
                                  } else {
                                    vErrors.push(err112);
                                  }
                                  errors++;
                                }
                                if (data64 < -2147483648 || isNaN(data64)) {
                                  const err113 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/maxConnections", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/maxConnections/minimum", keyword: "minimum", params: { comparison: ">=", limit: -2147483648 } };
                                  if (vErrors === null) {
                                    vErrors = [err113];
                                  } else {
                                    vErrors.push(err113);
                                  }
                                  errors++;
                                }
                              }
                            }
                            if (data60.tcpKeepalive !== void 0) {
                              let data65 = data60.tcpKeepalive;
                              if (data65 && typeof data65 == "object" && !Array.isArray(data65)) {
                                for (const key16 in data65) {
                                  if (!(key16 === "interval" || key16 === "probes" || key16 === "time")) {
                                    const err114 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/tcpKeepalive", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/tcpKeepalive/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 } };
                                    if (vErrors === null) {
                                      vErrors = [err114];
                                    } else {
                                      vErrors.push(err114);
                                    }
                                    errors++;
                                  }
                                }
                                if (data65.interval !== void 0) {
                                  if (typeof data65.interval !== "string") {
                                    const err115 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/tcpKeepalive/interval", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/tcpKeepalive/properties/interval/type", keyword: "type", params: { type: "string" } };
                                    if (vErrors === null) {
                                      vErrors = [err115];
                                    } else {
                                      vErrors.push(err115);
                                    }
                                    errors++;
                                  }
                                }
                                if (data65.probes !== void 0) {
                                  let data67 = data65.probes;
                                  if (!(typeof data67 == "number" && (!(data67 % 1) && !isNaN(data67)) && isFinite(data67))) {
                                    const err116 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/tcpKeepalive/probes", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/tcpKeepalive/properties/probes/type", keyword: "type", params: { type: "integer" } };
                                    if (vErrors === null) {
                                      vErrors = [err116];
                                    } else {
                                      vErrors.push(err116);
                                    }
                                    errors++;
                                  }
                                  if (typeof data67 == "number" && isFinite(data67)) {
                                    if (data67 > 4294967295 || isNaN(data67)) {
                                      const err117 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/tcpKeepalive/probes", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/tcpKeepalive/properties/probes/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                                      if (vErrors === null) {
                                        vErrors = [err117];
                                      } else {
                                        vErrors.push(err117);
                                      }
                                      errors++;
                                    }
                                    if (data67 < 0 || isNaN(data67)) {
                                      const err118 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/tcpKeepalive/probes", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/tcpKeepalive/properties/probes/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                                      if (vErrors === null) {
                                        vErrors = [err118];
                                      } else {
                                        vErrors.push(err118);
                                      }
                                      errors++;
                                    }
                                  }
                                }
                                if (data65.time !== void 0) {
                                  if (typeof data65.time !== "string") {
                                    const err119 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/tcpKeepalive/time", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/tcpKeepalive/properties/time/type", keyword: "type", params: { type: "string" } };
                                    if (vErrors === null) {
                                      vErrors = [err119];
                                    } else {
                                      vErrors.push(err119);
                                    }
                                    errors++;
                                  }
                                }
                              } else {
                                const err120 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp/tcpKeepalive", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/properties/tcpKeepalive/type", keyword: "type", params: { type: "object" } };
                                if (vErrors === null) {
                                  vErrors = [err120];
                                } else {
                                  vErrors.push(err120);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err121 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool/tcp", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/properties/tcp/type", keyword: "type", params: { type: "object" } };
                            if (vErrors === null) {
                              vErrors = [err121];
                            } else {
                              vErrors.push(err121);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err122 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/connectionPool", schemaPath: "#/properties/spec/properties/ingress/items/properties/connectionPool/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err122];
                        } else {
                          vErrors.push(err122);
                        }
                        errors++;
                      }
                    }
                    if (data44.defaultEndpoint !== void 0) {
                      if (typeof data44.defaultEndpoint !== "string") {
                        const err123 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/defaultEndpoint", schemaPath: "#/properties/spec/properties/ingress/items/properties/defaultEndpoint/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err123];
                        } else {
                          vErrors.push(err123);
                        }
                        errors++;
                      }
                    }
                    if (data44.port !== void 0) {
                      let data70 = data44.port;
                      if (data70 && typeof data70 == "object" && !Array.isArray(data70)) {
                        for (const key17 in data70) {
                          if (!(key17 === "name" || key17 === "number" || key17 === "protocol" || key17 === "targetPort")) {
                            const err124 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/port", schemaPath: "#/properties/spec/properties/ingress/items/properties/port/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 } };
                            if (vErrors === null) {
                              vErrors = [err124];
                            } else {
                              vErrors.push(err124);
                            }
                            errors++;
                          }
                        }
                        if (data70.name !== void 0) {
                          if (typeof data70.name !== "string") {
                            const err125 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/port/name", schemaPath: "#/properties/spec/properties/ingress/items/properties/port/properties/name/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err125];
                            } else {
                              vErrors.push(err125);
                            }
                            errors++;
                          }
                        }
                        if (data70.number !== void 0) {
                          let data72 = data70.number;
                          if (!(typeof data72 == "number" && (!(data72 % 1) && !isNaN(data72)) && isFinite(data72))) {
                            const err126 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/port/number", schemaPath: "#/properties/spec/properties/ingress/items/properties/port/properties/number/type", keyword: "type", params: { type: "integer" } };
                            if (vErrors === null) {
                              vErrors = [err126];
                            } else {
                              vErrors.push(err126);
                            }
                            errors++;
                          }
                          if (typeof data72 == "number" && isFinite(data72)) {
                            if (data72 > 4294967295 || isNaN(data72)) {
                              const err127 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/port/number", schemaPath: "#/properties/spec/properties/ingress/items/properties/port/properties/number/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                              if (vErrors === null) {
                                vErrors = [err127];
                              } else {
                                vErrors.push(err127);
                              }
                              errors++;
                            }
                            if (data72 < 0 || isNaN(data72)) {
                              const err128 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/port/number", schemaPath: "#/properties/spec/properties/ingress/items/properties/port/properties/number/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                              if (vErrors === null) {
                                vErrors = [err128];
                              } else {
                                vErrors.push(err128);
                              }
                              errors++;
                            }
                          }
                        }
                        if (data70.protocol !== void 0) {
                          if (typeof data70.protocol !== "string") {
                            const err129 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/port/protocol", schemaPath: "#/properties/spec/properties/ingress/items/properties/port/properties/protocol/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err129];
                            } else {
                              vErrors.push(err129);
                            }
                            errors++;
                          }
                        }
                        if (data70.targetPort !== void 0) {
                          let data74 = data70.targetPort;
                          if (!(typeof data74 == "number" && (!(data74 % 1) && !isNaN(data74)) && isFinite(data74))) {
                            const err130 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/port/targetPort", schemaPath: "#/properties/spec/properties/ingress/items/properties/port/properties/targetPort/type", keyword: "type", params: { type: "integer" } };
                            if (vErrors === null) {
                              vErrors = [err130];
                            } else {
                              vErrors.push(err130);
                            }
                            errors++;
                          }
                          if (typeof data74 == "number" && isFinite(data74)) {
                            if (data74 > 4294967295 || isNaN(data74)) {
                              const err131 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/port/targetPort", schemaPath: "#/properties/spec/properties/ingress/items/properties/port/properties/targetPort/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                              if (vErrors === null) {
                                vErrors = [err131];
                              } else {
                                vErrors.push(err131);
                              }
                              errors++;
                            }
                            if (data74 < 0 || isNaN(data74)) {
                              const err132 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/port/targetPort", schemaPath: "#/properties/spec/properties/ingress/items/properties/port/properties/targetPort/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                              if (vErrors === null) {
                                vErrors = [err132];
                              } else {
                                vErrors.push(err132);
                              }
                              errors++;
                            }
                          }
                        }
                      } else {
                        const err133 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/port", schemaPath: "#/properties/spec/properties/ingress/items/properties/port/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err133];
                        } else {
                          vErrors.push(err133);
                        }
                        errors++;
                      }
                    }
                    if (data44.tls !== void 0) {
                      let data75 = data44.tls;
                      if (data75 && typeof data75 == "object" && !Array.isArray(data75)) {
                        for (const key18 in data75) {
                          if (!func2.call(schema11.properties.spec.properties.ingress.items.properties.tls.properties, key18)) {
                            const err134 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 } };
                            if (vErrors === null) {
                              vErrors = [err134];
                            } else {
                              vErrors.push(err134);
                            }
                            errors++;
                          }
                        }
                        if (data75.caCertCredentialName !== void 0) {
                          if (typeof data75.caCertCredentialName !== "string") {
                            const err135 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/caCertCredentialName", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/caCertCredentialName/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err135];
                            } else {
                              vErrors.push(err135);
                            }
                            errors++;
                          }
                        }
                        if (data75.caCertificates !== void 0) {
                          if (typeof data75.caCertificates !== "string") {
                            const err136 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/caCertificates", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/caCertificates/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err136];
                            } else {
                              vErrors.push(err136);
                            }
                            errors++;
                          }
                        }
                        if (data75.caCrl !== void 0) {
                          if (typeof data75.caCrl !== "string") {
                            const err137 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/caCrl", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/caCrl/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err137];
                            } else {
                              vErrors.push(err137);
                            }
                            errors++;
                          }
                        }
                        if (data75.cipherSuites !== void 0) {
                          let data79 = data75.cipherSuites;
                          if (Array.isArray(data79)) {
                            const len3 = data79.length;
                            for (let i3 = 0; i3 < len3; i3++) {
                              if (typeof data79[i3] !== "string") {
                                const err138 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/cipherSuites/" + i3, schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/cipherSuites/items/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err138];
                                } else {
                                  vErrors.push(err138);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err139 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/cipherSuites", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/cipherSuites/type", keyword: "type", params: { type: "array" } };
                            if (vErrors === null) {
                              vErrors = [err139];
                            } else {
                              vErrors.push(err139);
                            }
                            errors++;
                          }
                        }
                        if (data75.credentialName !== void 0) {
                          if (typeof data75.credentialName !== "string") {
                            const err140 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/credentialName", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/credentialName/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err140];
                            } else {
                              vErrors.push(err140);
                            }
                            errors++;
                          }
                        }
                        if (data75.credentialNames !== void 0) {
                          let data82 = data75.credentialNames;
                          if (Array.isArray(data82)) {
                            if (data82.length > 2) {
                              const err141 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/credentialNames", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/credentialNames/maxItems", keyword: "maxItems", params: { limit: 2 } };
                              if (vErrors === null) {
                                vErrors = [err141];
                              } else {
                                vErrors.push(err141);
                              }
                              errors++;
                            }
                            if (data82.length < 1) {
                              const err142 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/credentialNames", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/credentialNames/minItems", keyword: "minItems", params: { limit: 1 } };
                              if (vErrors === null) {
                                vErrors = [err142];
                              } else {
                                vErrors.push(err142);
                              }
                              errors++;
                            }
                            const len4 = data82.length;
                            for (let i4 = 0; i4 < len4; i4++) {
                              if (typeof data82[i4] !== "string") {
                                const err143 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/credentialNames/" + i4, schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/credentialNames/items/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err143];
                                } else {
                                  vErrors.push(err143);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err144 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/credentialNames", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/credentialNames/type", keyword: "type", params: { type: "array" } };
                            if (vErrors === null) {
                              vErrors = [err144];
                            } else {
                              vErrors.push(err144);
                            }
                            errors++;
                          }
                        }
                        if (data75.ecdhCurves !== void 0) {
                          let data84 = data75.ecdhCurves;
                          if (Array.isArray(data84)) {
                            const len5 = data84.length;
                            for (let i5 = 0; i5 < len5; i5++) {
                              if (typeof data84[i5] !== "string") {
                                const err145 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/ecdhCurves/" + i5, schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/ecdhCurves/items/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err145];
                                } else {
                                  vErrors.push(err145);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err146 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/ecdhCurves", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/ecdhCurves/type", keyword: "type", params: { type: "array" } };
                            if (vErrors === null) {
                              vErrors = [err146];
                            } else {
                              vErrors.push(err146);
                            }
                            errors++;
                          }
                        }
                        if (data75.httpsRedirect !== void 0) {
                          if (typeof data75.httpsRedirect !== "boolean") {
                            const err147 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/httpsRedirect", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/httpsRedirect/type", keyword: "type", params: { type: "boolean" } };
                            if (vErrors === null) {
                              vErrors = [err147];
                            } else {
                              vErrors.push(err147);
                            }
                            errors++;
                          }
                        }
                        if (data75.insecureSkipVerify !== void 0) {
                          let data87 = data75.insecureSkipVerify;
                          if (typeof data87 !== "boolean" && data87 !== null) {
                            const err148 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/insecureSkipVerify", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/insecureSkipVerify/type", keyword: "type", params: { type: schema11.properties.spec.properties.ingress.items.properties.tls.properties.insecureSkipVerify.type } };
                            if (vErrors === null) {
                              vErrors = [err148];
                            } else {
                              vErrors.push(err148);
                            }
                            errors++;
                          }
                        }
                        if (data75.maxProtocolVersion !== void 0) {
                          let data88 = data75.maxProtocolVersion;
                          if (typeof data88 !== "string") {
                            const err149 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/maxProtocolVersion", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/maxProtocolVersion/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err149];
                            } else {
                              vErrors.push(err149);
                            }
                            errors++;
                          }
                          if (!(data88 === "TLS_AUTO" || data88 === "TLSV1_0" || data88 === "TLSV1_1" || data88 === "TLSV1_2" || data88 === "TLSV1_3")) {
                            const err150 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/maxProtocolVersion", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/maxProtocolVersion/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.ingress.items.properties.tls.properties.maxProtocolVersion.enum } };
                            if (vErrors === null) {
                              vErrors = [err150];
                            } else {
                              vErrors.push(err150);
                            }
                            errors++;
                          }
                        }
                        if (data75.minProtocolVersion !== void 0) {
                          let data89 = data75.minProtocolVersion;
                          if (typeof data89 !== "string") {
                            const err151 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/minProtocolVersion", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/minProtocolVersion/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err151];
                            } else {
                              vErrors.push(err151);
                            }
                            errors++;
                          }
                          if (!(data89 === "TLS_AUTO" || data89 === "TLSV1_0" || data89 === "TLSV1_1" || data89 === "TLSV1_2" || data89 === "TLSV1_3")) {
                            const err152 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/minProtocolVersion", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/minProtocolVersion/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.ingress.items.properties.tls.properties.minProtocolVersion.enum } };
                            if (vErrors === null) {
                              vErrors = [err152];
                            } else {
                              vErrors.push(err152);
                            }
                            errors++;
                          }
                        }
                        if (data75.mode !== void 0) {
                          let data90 = data75.mode;
                          if (typeof data90 !== "string") {
                            const err153 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/mode", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/mode/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err153];
                            } else {
                              vErrors.push(err153);
                            }
                            errors++;
                          }
                          if (!(data90 === "PASSTHROUGH" || data90 === "SIMPLE" || data90 === "MUTUAL" || data90 === "AUTO_PASSTHROUGH" || data90 === "ISTIO_MUTUAL" || data90 === "OPTIONAL_MUTUAL")) {
                            const err154 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/mode", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/mode/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.ingress.items.properties.tls.properties.mode.enum } };
                            if (vErrors === null) {
                              vErrors = [err154];
                            } else {
                              vErrors.push(err154);
                            }
                            errors++;
                          }
                        }
                        if (data75.privateKey !== void 0) {
                          if (typeof data75.privateKey !== "string") {
                            const err155 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/privateKey", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/privateKey/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err155];
                            } else {
                              vErrors.push(err155);
                            }
                            errors++;
                          }
                        }
                        if (data75.serverCertificate !== void 0) {
                          if (typeof data75.serverCertificate !== "string") {
                            const err156 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/serverCertificate", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/serverCertificate/type", keyword: "type", params: { type: "string" } };
                            if (vErrors === null) {
                              vErrors = [err156];
                            } else {
                              vErrors.push(err156);
                            }
                            errors++;
                          }
                        }
                        if (data75.subjectAltNames !== void 0) {
                          let data93 = data75.subjectAltNames;
                          if (Array.isArray(data93)) {
                            const len6 = data93.length;
                            for (let i6 = 0; i6 < len6; i6++) {
                              if (typeof data93[i6] !== "string") {
                                const err157 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/subjectAltNames/" + i6, schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/subjectAltNames/items/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err157];
                                } else {
                                  vErrors.push(err157);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err158 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/subjectAltNames", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/subjectAltNames/type", keyword: "type", params: { type: "array" } };
                            if (vErrors === null) {
                              vErrors = [err158];
                            } else {
                              vErrors.push(err158);
                            }
                            errors++;
                          }
                        }
                        if (data75.tlsCertificates !== void 0) {
                          let data95 = data75.tlsCertificates;
                          if (Array.isArray(data95)) {
                            if (data95.length > 2) {
                              const err159 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/tlsCertificates", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/maxItems", keyword: "maxItems", params: { limit: 2 } };
                              if (vErrors === null) {
                                vErrors = [err159];
                              } else {
                                vErrors.push(err159);
                              }
                              errors++;
                            }
                            if (data95.length < 1) {
                              const err160 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/tlsCertificates", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/minItems", keyword: "minItems", params: { limit: 1 } };
                              if (vErrors === null) {
                                vErrors = [err160];
                              } else {
                                vErrors.push(err160);
                              }
                              errors++;
                            }
                            const len7 = data95.length;
                            for (let i7 = 0; i7 < len7; i7++) {
                              let data96 = data95[i7];
                              if (data96 && typeof data96 == "object" && !Array.isArray(data96)) {
                                for (const key19 in data96) {
                                  if (!(key19 === "caCertificates" || key19 === "privateKey" || key19 === "serverCertificate")) {
                                    const err161 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/tlsCertificates/" + i7, schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 } };
                                    if (vErrors === null) {
                                      vErrors = [err161];
                                    } else {
                                      vErrors.push(err161);
                                    }
                                    errors++;
                                  }
                                }
                                if (data96.caCertificates !== void 0) {
                                  if (typeof data96.caCertificates !== "string") {
                                    const err162 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/tlsCertificates/" + i7 + "/caCertificates", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/items/properties/caCertificates/type", keyword: "type", params: { type: "string" } };
                                    if (vErrors === null) {
                                      vErrors = [err162];
                                    } else {
                                      vErrors.push(err162);
                                    }
                                    errors++;
                                  }
                                }
                                if (data96.privateKey !== void 0) {
                                  if (typeof data96.privateKey !== "string") {
                                    const err163 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/tlsCertificates/" + i7 + "/privateKey", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/items/properties/privateKey/type", keyword: "type", params: { type: "string" } };
                                    if (vErrors === null) {
                                      vErrors = [err163];
                                    } else {
                                      vErrors.push(err163);
                                    }
                                    errors++;
                                  }
                                }
                                if (data96.serverCertificate !== void 0) {
                                  if (typeof data96.serverCertificate !== "string") {
                                    const err164 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/tlsCertificates/" + i7 + "/serverCertificate", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/items/properties/serverCertificate/type", keyword: "type", params: { type: "string" } };
                                    if (vErrors === null) {
                                      vErrors = [err164];
                                    } else {
                                      vErrors.push(err164);
                                    }
                                    errors++;
                                  }
                                }
                              } else {
                                const err165 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/tlsCertificates/" + i7, schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/items/type", keyword: "type", params: { type: "object" } };
                                if (vErrors === null) {
                                  vErrors = [err165];
                                } else {
                                  vErrors.push(err165);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err166 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/tlsCertificates", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/tlsCertificates/type", keyword: "type", params: { type: "array" } };
                            if (vErrors === null) {
                              vErrors = [err166];
                            } else {
                              vErrors.push(err166);
                            }
                            errors++;
                          }
                        }
                        if (data75.verifyCertificateHash !== void 0) {
                          let data100 = data75.verifyCertificateHash;
                          if (Array.isArray(data100)) {
                            const len8 = data100.length;
                            for (let i8 = 0; i8 < len8; i8++) {
                              if (typeof data100[i8] !== "string") {
                                const err167 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/verifyCertificateHash/" + i8, schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/verifyCertificateHash/items/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err167];
                                } else {
                                  vErrors.push(err167);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err168 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/verifyCertificateHash", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/verifyCertificateHash/type", keyword: "type", params: { type: "array" } };
                            if (vErrors === null) {
                              vErrors = [err168];
                            } else {
                              vErrors.push(err168);
                            }
                            errors++;
                          }
                        }
                        if (data75.verifyCertificateSpki !== void 0) {
                          let data102 = data75.verifyCertificateSpki;
                          if (Array.isArray(data102)) {
                            const len9 = data102.length;
                            for (let i9 = 0; i9 < len9; i9++) {
                              if (typeof data102[i9] !== "string") {
                                const err169 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/verifyCertificateSpki/" + i9, schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/verifyCertificateSpki/items/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err169];
                                } else {
                                  vErrors.push(err169);
                                }
                                errors++;
                              }
                            }
                          } else {
                            const err170 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls/verifyCertificateSpki", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/properties/verifyCertificateSpki/type", keyword: "type", params: { type: "array" } };
                            if (vErrors === null) {
                              vErrors = [err170];
                            } else {
                              vErrors.push(err170);
                            }
                            errors++;
                          }
                        }
                      } else {
                        const err171 = { instancePath: instancePath + "/spec/ingress/" + i2 + "/tls", schemaPath: "#/properties/spec/properties/ingress/items/properties/tls/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err171];
                        } else {
                          vErrors.push(err171);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err172 = { instancePath: instancePath + "/spec/ingress/" + i2, schemaPath: "#/properties/spec/properties/ingress/items/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err172];
                    } else {
                      vErrors.push(err172);
                    }
                    errors++;
                  }
                }
              } else {
                const err173 = { instancePath: instancePath + "/spec/ingress", schemaPath: "#/properties/spec/properties/ingress/type", keyword: "type", params: { type: "array" } };
                if (vErrors === null) {
                  vErrors = [err173];
                } else {
                  vErrors.push(err173);
                }
                errors++;
              }
            }
            if (data9.outboundTrafficPolicy !== void 0) {
              let data104 = data9.outboundTrafficPolicy;
              if (data104 && typeof data104 == "object" && !Array.isArray(data104)) {
                for (const key20 in data104) {
                  if (!(key20 === "egressProxy" || key20 === "mode")) {
                    const err174 = { instancePath: instancePath + "/spec/outboundTrafficPolicy", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key20 } };
                    if (vErrors === null) {
                      vErrors = [err174];
                    } else {
                      vErrors.push(err174);
                    }
                    errors++;
                  }
                }
                if (data104.egressProxy !== void 0) {
                  let data105 = data104.egressProxy;
                  if (data105 && typeof data105 == "object" && !Array.isArray(data105)) {
                    if (data105.host === void 0) {
                      const err175 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/egressProxy", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/required", keyword: "required", params: { missingProperty: "host" } };
                      if (vErrors === null) {
                        vErrors = [err175];
                      } else {
                        vErrors.push(err175);
                      }
                      errors++;
                    }
                    for (const key21 in data105) {
                      if (!(key21 === "host" || key21 === "port" || key21 === "subset")) {
                        const err176 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/egressProxy", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key21 } };
                        if (vErrors === null) {
                          vErrors = [err176];
                        } else {
                          vErrors.push(err176);
                        }
                        errors++;
                      }
                    }
                    if (data105.host !== void 0) {
                      if (typeof data105.host !== "string") {
                        const err177 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/egressProxy/host", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/host/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err177];
                        } else {
                          vErrors.push(err177);
                        }
                        errors++;
                      }
                    }
                    if (data105.port !== void 0) {
                      let data107 = data105.port;
                      if (data107 && typeof data107 == "object" && !Array.isArray(data107)) {
                        for (const key22 in data107) {
                          if (!(key22 === "number")) {
                            const err178 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/egressProxy/port", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key22 } };
                            if (vErrors === null) {
                              vErrors = [err178];
                            } else {
                              vErrors.push(err178);
                            }
                            errors++;
                          }
                        }
                        if (data107.number !== void 0) {
                          let data108 = data107.number;
                          if (!(typeof data108 == "number" && (!(data108 % 1) && !isNaN(data108)) && isFinite(data108))) {
                            const err179 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/egressProxy/port/number", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/properties/number/type", keyword: "type", params: { type: "integer" } };
                            if (vErrors === null) {
                              vErrors = [err179];
                            } else {
                              vErrors.push(err179);
                            }
                            errors++;
                          }
                          if (typeof data108 == "number" && isFinite(data108)) {
                            if (data108 > 4294967295 || isNaN(data108)) {
                              const err180 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/egressProxy/port/number", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/properties/number/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4294967295 } };
                              if (vErrors === null) {
                                vErrors = [err180];
                              } else {
                                vErrors.push(err180);
                              }
                              errors++;
                            }
                            if (data108 < 0 || isNaN(data108)) {
                              const err181 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/egressProxy/port/number", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/properties/number/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
                              if (vErrors === null) {
                                vErrors = [err181];
                              } else {
                                vErrors.push(err181);
                              }
                              errors++;
                            }
                          }
                        }
                      } else {
                        const err182 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/egressProxy/port", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/port/type", keyword: "type", params: { type: "object" } };
                        if (vErrors === null) {
                          vErrors = [err182];
                        } else {
                          vErrors.push(err182);
                        }
                        errors++;
                      }
                    }
                    if (data105.subset !== void 0) {
                      if (typeof data105.subset !== "string") {
                        const err183 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/egressProxy/subset", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/properties/subset/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err183];
                        } else {
                          vErrors.push(err183);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err184 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/egressProxy", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/egressProxy/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err184];
                    } else {
                      vErrors.push(err184);
                    }
                    errors++;
                  }
                }
                if (data104.mode !== void 0) {
                  let data110 = data104.mode;
                  if (typeof data110 !== "string") {
                    const err185 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/mode", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/mode/type", keyword: "type", params: { type: "string" } };
                    if (vErrors === null) {
                      vErrors = [err185];
                    } else {
                      vErrors.push(err185);
                    }
                    errors++;
                  }
                  if (!(data110 === "REGISTRY_ONLY" || data110 === "ALLOW_ANY")) {
                    const err186 = { instancePath: instancePath + "/spec/outboundTrafficPolicy/mode", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/properties/mode/enum", keyword: "enum", params: { allowedValues: schema11.properties.spec.properties.outboundTrafficPolicy.properties.mode.enum } };
                    if (vErrors === null) {
                      vErrors = [err186];
                    } else {
                      vErrors.push(err186);
                    }
                    errors++;
                  }
                }
              } else {
                const err187 = { instancePath: instancePath + "/spec/outboundTrafficPolicy", schemaPath: "#/properties/spec/properties/outboundTrafficPolicy/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err187];
                } else {
                  vErrors.push(err187);
                }
                errors++;
              }
            }
            if (data9.workloadSelector !== void 0) {
              let data111 = data9.workloadSelector;
              if (data111 && typeof data111 == "object" && !Array.isArray(data111)) {
                for (const key23 in data111) {
                  if (!(key23 === "labels")) {
                    const err188 = { instancePath: instancePath + "/spec/workloadSelector", schemaPath: "#/properties/spec/properties/workloadSelector/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key23 } };
                    if (vErrors === null) {
                      vErrors = [err188];
                    } else {
                      vErrors.push(err188);
                    }
                    errors++;
                  }
                }
                if (data111.labels !== void 0) {
                  let data112 = data111.labels;
                  if (data112 && typeof data112 == "object" && !Array.isArray(data112)) {
                    if (Object.keys(data112).length > 256) {
                      const err189 = { instancePath: instancePath + "/spec/workloadSelector/labels", schemaPath: "#/properties/spec/properties/workloadSelector/properties/labels/maxProperties", keyword: "maxProperties", params: { limit: 256 } };
                      if (vErrors === null) {
                        vErrors = [err189];
                      } else {
                        vErrors.push(err189);
                      }
                      errors++;
                    }
                    for (const key24 in data112) {
                      let data113 = data112[key24];
                      if (typeof data113 === "string") {
                        if (func5(data113) > 63) {
                          const err190 = { instancePath: instancePath + "/spec/workloadSelector/labels/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 63 } };
                          if (vErrors === null) {
                            vErrors = [err190];
                          } else {
                            vErrors.push(err190);
                          }
                          errors++;
                        }
                      } else {
                        const err191 = { instancePath: instancePath + "/spec/workloadSelector/labels/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/spec/properties/workloadSelector/properties/labels/additionalProperties/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err191];
                        } else {
                          vErrors.push(err191);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err192 = { instancePath: instancePath + "/spec/workloadSelector/labels", schemaPath: "#/properties/spec/properties/workloadSelector/properties/labels/type", keyword: "type", params: { type: "object" } };
                    if (vErrors === null) {
                      vErrors = [err192];
                    } else {
                      vErrors.push(err192);
                    }
                    errors++;
                  }
                }
              } else {
                const err193 = { instancePath: instancePath + "/spec/workloadSelector", schemaPath: "#/properties/spec/properties/workloadSelector/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err193];
                } else {
                  vErrors.push(err193);
                }
                errors++;
              }
            }
          } else {
            const err194 = { instancePath: instancePath + "/spec", schemaPath: "#/properties/spec/type", keyword: "type", params: { type: "object" } };
            if (vErrors === null) {
              vErrors = [err194];
            } else {
              vErrors.push(err194);
            }
            errors++;
          }
        }
      } else {
        const err195 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } };
        if (vErrors === null) {
          vErrors = [err195];
        } else {
          vErrors.push(err195);
        }
        errors++;
      }
      validate10.errors = vErrors;
      return errors === 0;
    }
    var schema = { "$schema": "http://json-schema.org/draft-07/schema#", "$comment": 'Made by "npm run schemas" from the CRDs of istio.io/api v1.31.0-alpha.1.0.20260819121012-5803fb6accf7; do not edit.', "title": "Sidecar", "type": "object", "properties": { "apiVersion": { "type": "string", "enum": ["networking.istio.io/v1", "networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"] }, "kind": { "type": "string", "enum": ["Sidecar"] }, "metadata": { "type": "object", "properties": { "name": { "type": "string" }, "namespace": { "type": "string" }, "labels": { "type": ["object", "null"], "additionalProperties": { "type": ["string", "null"] } }, "annotations": { "type": ["object", "null"], "additionalProperties": { "type": ["string", "null"] } } } }, "spec": { "type": "object", "properties": { "egress": { "type": "array", "items": { "type": "object", "required": ["hosts"], "properties": { "bind": { "type": "string" }, "captureMode": { "type": "string", "enum": ["DEFAULT", "IPTABLES", "NONE"] }, "hosts": { "type": "array", "items": { "type": "string" } }, "port": { "type": "object", "properties": { "name": { "type": "string" }, "number": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "protocol": { "type": "string" }, "targetPort": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "additionalProperties": false } }, "additionalProperties": false } }, "inboundConnectionPool": { "type": "object", "properties": { "http": { "type": "object", "properties": { "h2UpgradePolicy": { "type": "string", "enum": ["DEFAULT", "DO_NOT_UPGRADE", "UPGRADE"] }, "http1MaxPendingRequests": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "http2KeepAlive": { "type": "object", "properties": { "interval": { "type": "string" }, "timeout": { "type": "string" } }, "additionalProperties": false }, "http2MaxRequests": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "idleTimeout": { "type": "string" }, "maxConcurrentStreams": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "maxRequestsPerConnection": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "maxRetries": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "useClientProtocol": { "type": "boolean" } }, "additionalProperties": false }, "tcp": { "type": "object", "properties": { "connectTimeout": { "type": "string" }, "idleTimeout": { "type": "string" }, "maxConnectionDuration": { "type": "string" }, "maxConnections": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "tcpKeepalive": { "type": "object", "properties": { "interval": { "type": "string" }, "probes": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "time": { "type": "string" } }, "additionalProperties": false } }, "additionalProperties": false } }, "additionalProperties": false }, "ingress": { "type": "array", "items": { "type": "object", "required": ["port"], "properties": { "bind": { "type": "string" }, "captureMode": { "type": "string", "enum": ["DEFAULT", "IPTABLES", "NONE"] }, "connectionPool": { "type": "object", "properties": { "http": { "type": "object", "properties": { "h2UpgradePolicy": { "type": "string", "enum": ["DEFAULT", "DO_NOT_UPGRADE", "UPGRADE"] }, "http1MaxPendingRequests": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "http2KeepAlive": { "type": "object", "properties": { "interval": { "type": "string" }, "timeout": { "type": "string" } }, "additionalProperties": false }, "http2MaxRequests": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "idleTimeout": { "type": "string" }, "maxConcurrentStreams": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "maxRequestsPerConnection": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "maxRetries": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "useClientProtocol": { "type": "boolean" } }, "additionalProperties": false }, "tcp": { "type": "object", "properties": { "connectTimeout": { "type": "string" }, "idleTimeout": { "type": "string" }, "maxConnectionDuration": { "type": "string" }, "maxConnections": { "type": "integer", "minimum": -2147483648, "maximum": 2147483647 }, "tcpKeepalive": { "type": "object", "properties": { "interval": { "type": "string" }, "probes": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "time": { "type": "string" } }, "additionalProperties": false } }, "additionalProperties": false } }, "additionalProperties": false }, "defaultEndpoint": { "type": "string" }, "port": { "type": "object", "properties": { "name": { "type": "string" }, "number": { "type": "integer", "minimum": 0, "maximum": 4294967295 }, "protocol": { "type": "string" }, "targetPort": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "additionalProperties": false }, "tls": { "type": "object", "properties": { "caCertCredentialName": { "type": "string" }, "caCertificates": { "type": "string" }, "caCrl": { "type": "string" }, "cipherSuites": { "type": "array", "items": { "type": "string" } }, "credentialName": { "type": "string" }, "credentialNames": { "type": "array", "minItems": 1, "maxItems": 2, "items": { "type": "string" } }, "ecdhCurves": { "type": "array", "items": { "type": "string" } }, "httpsRedirect": { "type": "boolean" }, "insecureSkipVerify": { "type": ["boolean", "null"] }, "maxProtocolVersion": { "type": "string", "enum": ["TLS_AUTO", "TLSV1_0", "TLSV1_1", "TLSV1_2", "TLSV1_3"] }, "minProtocolVersion": { "type": "string", "enum": ["TLS_AUTO", "TLSV1_0", "TLSV1_1", "TLSV1_2", "TLSV1_3"] }, "mode": { "type": "string", "enum": ["PASSTHROUGH", "SIMPLE", "MUTUAL", "AUTO_PASSTHROUGH", "ISTIO_MUTUAL", "OPTIONAL_MUTUAL"] }, "privateKey": { "type": "string" }, "serverCertificate": { "type": "string" }, "subjectAltNames": { "type": "array", "items": { "type": "string" } }, "tlsCertificates": { "type": "array", "minItems": 1, "maxItems": 2, "items": { "type": "object", "properties": { "caCertificates": { "type": "string" }, "privateKey": { "type": "string" }, "serverCertificate": { "type": "string" } }, "additionalProperties": false } }, "verifyCertificateHash": { "type": "array", "items": { "type": "string" } }, "verifyCertificateSpki": { "type": "array", "items": { "type": "string" } } }, "additionalProperties": false } }, "additionalProperties": false } }, "outboundTrafficPolicy": { "type": "object", "properties": { "egressProxy": { "type": "object", "required": ["host"], "properties": { "host": { "type": "string" }, "port": { "type": "object", "properties": { "number": { "type": "integer", "minimum": 0, "maximum": 4294967295 } }, "additionalProperties": false }, "subset": { "type": "string" } }, "additionalProperties": false }, "mode": { "type": "string", "enum": ["REGISTRY_ONLY", "ALLOW_ANY"] } }, "additionalProperties": false }, "workloadSelector": { "type": "object", "properties": { "labels": { "type": "object", "maxProperties": 256, "additionalProperties": { "type": "string", "maxLength": 63 } } }, "additionalProperties": false } }, "additionalProperties": false }, "status": {} }, "required": ["apiVersion", "kind"], "additionalProperties": false };
    return __toCommonJS(stdin_exports);
  })();
  return validator
}
