"use strict";
SwaggerUIBundle({
  url: document.body.dataset.spec,
  dom_id: "#docs",
  validatorUrl: null, // no word to anyone else about this spec
  deepLinking: true,
  docExpansion: "list",
  defaultModelsExpandDepth: 0,
  tryItOutEnabled: true,
});
