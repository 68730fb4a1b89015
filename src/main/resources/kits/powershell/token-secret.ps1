<<secret>>

function Get-TokenAnswer([string] $Scope) {
    return Send-Form $TokenUrl @{
        grant_type    = 'client_credentials'
        client_id     = $ClientId
        scope         = $Scope
        client_secret = (Read-Secret)
    }
}
