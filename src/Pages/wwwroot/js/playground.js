// Opens Altair with a window for each example. The header tells the server that no foreign page sends the request.
const { header, nonce, examples } = JSON.parse(document.getElementById('settings').textContent);
const endpointURL = `${location.origin}/graphql`;
const initialHeaders = { [header]: '1' };

// Subscriptions come as an event stream, since a request of it bears the headers and the token that were set for queries; a browser's socket bears neither.
const initialSubscriptionRequestHandlerId = 'graphql-sse';

// Altair takes links anywhere on the page for its own and leads nowhere.
document.querySelector('.playground-help').addEventListener('click', event => event.stopPropagation());

AltairGraphQL.init({
  endpointURL,
  initialHeaders,
  subscriptionsEndpoint: endpointURL,
  initialSubscriptionRequestHandlerId,
  initialWindows: examples.map(({ title, document }) => ({
    endpointURL, subscriptionsEndpoint: endpointURL, initialSubscriptionRequestHandlerId, initialHeaders, initialName: title, initialQuery: document,
  })),
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
