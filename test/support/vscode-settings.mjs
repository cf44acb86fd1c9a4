/** Settings under which VS Code makes no request of its own and shows nothing that nobody asked for. */
export const offlineSettings = {
  // otherwise every window starts an agent host: 110 MB, and a chat view in the side bar
  'chat.disableAIFeatures': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'http.fetchAdditionalSupport': false,
  'json.schemaDownload.enable': false,
};

/** The above, and nothing that could come in between a test and what it looks at. */
export const testSettings = {
  ...offlineSettings,
  'workbench.tips.enabled': false,
  'workbench.colorTheme': 'Default Dark Modern',
  'window.autoDetectColorScheme': false,
  'window.confirmBeforeClose': 'never',
  'window.dialogStyle': 'custom',
  'files.simpleDialog.enable': true,
  'files.hotExit': 'off',
  'editor.accessibilitySupport': 'off',
  'remote.autoForwardPorts': false,
  'remote.downloadExtensionsLocally': false,
  'extensions.verifySignature': false,
  'security.workspace.trust.enabled': false,
};
