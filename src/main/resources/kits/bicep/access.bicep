// Gives a role at one service, and nowhere else.
param workspaceName string
param serviceName string
param roleDefinitionId string
param principalId string
param principalType string

@description('Name of the assignment that exists. Azure refuses a second one of the same role under another name.')
param assignmentName string = ''

resource workspace 'Microsoft.HealthcareApis/workspaces@2024-03-31' existing = {
  name: workspaceName
}

resource service 'Microsoft.HealthcareApis/workspaces/<<kind>>@2024-03-31' existing = {
  parent: workspace
  name: serviceName
}

resource assignment 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: service
  name: empty(assignmentName) ? guid(service.id, principalId, roleDefinitionId) : assignmentName
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roleDefinitionId)
    principalId: principalId
    principalType: principalType
  }
}
