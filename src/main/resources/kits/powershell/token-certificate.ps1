<<assertion>>

function Get-TokenAnswer([string] $Scope) {
    return Send-Form $TokenUrl @{
        grant_type            = 'client_credentials'
        client_id             = $ClientId
        scope                 = $Scope
        client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
        client_assertion      = (New-Assertion)
    }
}
