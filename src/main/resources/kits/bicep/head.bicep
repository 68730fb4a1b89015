// The registration of this client as code. Look at what would change before you deploy:
//   az deployment group what-if --resource-group NAME --template-file main.bicep
// Bicep cannot make a secret, because Microsoft Graph shows its value only to whoever asked for it.
// Certificates and secrets that the application has stay as they are.
<<adopts>>
extension microsoftGraphV1

@description('Immutable key by which Microsoft Graph finds the application.')
param uniqueName string = <<unique-name>>

@description('Consent for everybody. Needs a Global Administrator or Privileged Role Administrator. What was consented to already stays; set this to true only for a new client.')
param grantConsent bool = false
