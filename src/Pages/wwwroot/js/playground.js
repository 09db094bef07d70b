// Opens Altair with a window for each example. The header tells the server that no foreign page sends the request.
const { header, nonce, examples } = JSON.parse(document.getElementById('settings').textContent);
const endpointURL = `${location.origin}/graphql`;
const initialHeaders = { [header]: '1' };

AltairGraphQL.init({
  endpointURL,
  initialHeaders,
  initialWindows: examples.map(({ title, document }) => ({ endpointURL, initialHeaders, initialName: title, initialQuery: document })),
  // Nothing that was asked or answered stays in the browser for whoever uses it next.
  preserveState: false,
  disableAccount: true,
  cspNonce: nonce,
  initialSettings: {
    theme: 'light',
    language: 'zh-CN',
    'schema.reloadOnStart': true,
    'alert.disableUpdateNotification': true,
    'banners.disable': true,
    disablePushNotification: true,
  },
});
