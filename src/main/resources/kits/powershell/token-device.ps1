$DeviceUrl = <<device-url>>

# Asks for a code, shows it, and waits until somebody has signed in with it.
function Get-TokenAnswer([string] $Scope) {
    $text = Send-Form $DeviceUrl @{ client_id = $ClientId; scope = $Scope }
    $deviceCode = Read-Field $text 'device_code'
    if (-not $deviceCode) {
        return $text
    }
    Write-Line ('Open ' + (Get-Plain (Read-Field $text 'verification_uri')) + ' and enter the code ' + (Get-Plain (Read-Field $text 'user_code')) + '. Sign in as somebody who may read from the service.')
    $pause = [int] (Read-Field $text 'interval')
    $end = [DateTime]::UtcNow.AddSeconds([int] (Read-Field $text 'expires_in'))
    while ([DateTime]::UtcNow -lt $end) {
        Start-Sleep -Seconds ([Math]::Max($pause, 1))
        $text = Send-Form $TokenUrl @{
            grant_type  = 'urn:ietf:params:oauth:grant-type:device_code'
            client_id   = $ClientId
            device_code = $deviceCode
        }
        $problem = Read-Field $text 'error'
        if ($problem -eq 'slow_down') {
            $pause += 5
        }
        elseif ($problem -ne 'authorization_pending') {
            return $text
        }
    }
    return 'Nobody signed in before the code ended.'
}
