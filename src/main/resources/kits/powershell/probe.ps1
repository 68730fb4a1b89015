# Signs in as the client and asks each service one question whose answer holds no patient data.
#
#   pwsh <<file>>              asks every service (PowerShell 7)
#   powershell -File <<file>>  the same with Windows PowerShell 5.1
#   pwsh <<file>> -Token 1     prints an access token for the first service, to use elsewhere
#
# Ends with 0 when every service answered, with 1 when one did not, and with 2 when something is missing here.
param([int] $Token = 0)

Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
Add-Type -AssemblyName System.Net.Http
[Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12

$ClientName = <<name>>
$ClientId = <<app-id>>
$TokenUrl = <<token-url>>
$Services = @(
<<services>>
)

# A token goes to the service it was made for and nowhere else.
$handler = New-Object System.Net.Http.HttpClientHandler
$handler.AllowAutoRedirect = $false
$http = New-Object System.Net.Http.HttpClient -ArgumentList $handler

function Write-Line([string] $Text) {
    [Console]::Error.WriteLine($Text)
}

function Stop-Here([string] $Text) {
    Write-Line $Text
    exit 2
}

# What a server said, or what somebody named a thing, without what a terminal would obey.
function Get-Plain([string] $Text) {
    return $Text -replace '[^\t\r\n -~]', '?'
}

function Send-Form([string] $Address, $Form, [string] $Origin = '') {
    $fields = New-Object 'System.Collections.Generic.Dictionary[string,string]'
    foreach ($name in $Form.Keys) {
        $fields.Add($name, $Form[$name])
    }
    $request = New-Object System.Net.Http.HttpRequestMessage -ArgumentList ([System.Net.Http.HttpMethod]::Post), $Address
    $request.Content = New-Object System.Net.Http.FormUrlEncodedContent -ArgumentList (, $fields)
    if ($Origin -ne '') {
        $request.Headers.Add('Origin', $Origin)
    }
    $answer = $http.SendAsync($request).GetAwaiter().GetResult()
    return $answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()
}

function Read-Field([string] $Text, [string] $Name) {
    try {
        $parsed = ConvertFrom-Json $Text
    }
    catch {
        return $null
    }
    $property = $parsed.PSObject.Properties[$Name]
    if ($null -eq $property) {
        return $null
    }
    return $property.Value
}

function ConvertTo-Base64Url([byte[]] $Bytes) {
    return [Convert]::ToBase64String($Bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_')
}

function New-RandomBytes([int] $Count) {
    $bytes = New-Object byte[] $Count
    $generator = [System.Security.Cryptography.RandomNumberGenerator]::Create()
    $generator.GetBytes($bytes)
    $generator.Dispose()
    return , $bytes
}

<<token>>

function Get-AccessToken($Service) {
<<unnamed>>    $text = Get-TokenAnswer $Service.Scope
    $found = Read-Field $text 'access_token'
    if (-not $found) {
        Write-Line 'The sign-in service gave no token. It said:'
        Write-Line (Get-Plain $text)
        Write-Line <<advice-token>>
    }
    return $found
}

function Test-Service($Service) {
    Write-Line ('Service ' + (Get-Plain $Service.Name) + ' at ' + $Service.Address)
    $found = Get-AccessToken $Service
    if (-not $found) {
        return $false
    }
    $request = New-Object System.Net.Http.HttpRequestMessage -ArgumentList ([System.Net.Http.HttpMethod]::Get), ($Service.Address + $Service.Question)
    $request.Headers.Authorization = New-Object System.Net.Http.Headers.AuthenticationHeaderValue -ArgumentList 'Bearer', $found
    $request.Headers.Accept.ParseAdd($Service.Accept)
    try {
        $answer = $http.SendAsync($request).GetAwaiter().GetResult()
    }
    catch {
        Write-Line (Get-Plain $_.Exception.Message)
        Write-Line <<advice-network>>
        return $false
    }
    $status = [int] $answer.StatusCode
    if ($status -eq 200 -or $status -eq 204) {
        Write-Line "It answered with ${status}: reading works."
        return $true
    }
    if ($status -eq 401) {
        Write-Line 'It answered with 401. Its challenge:'
        Write-Line (Get-Plain $answer.Headers.WwwAuthenticate.ToString())
        Write-Line $Service.Advice401
    }
    elseif ($status -eq 403) {
        Write-Line 'It answered with 403.'
        Write-Line $Service.Advice403
    }
    else {
        Write-Line "It answered with ${status}:"
        $text = $answer.Content.ReadAsStringAsync().GetAwaiter().GetResult()
        Write-Line (Get-Plain $text)
    }
    return $false
}

if ($Token -gt 0) {
    if ($Token -gt $Services.Count) {
        Stop-Here ('There is no service number ' + $Token + '; there are ' + $Services.Count + '.')
    }
    $found = Get-AccessToken $Services[$Token - 1]
    if (-not $found) {
        exit 1
    }
    Write-Output $found
    exit 0
}

Write-Line ('Client ' + (Get-Plain $ClientName) + ', app id ' + $ClientId)
$failed = 0
foreach ($service in $Services) {
    if (-not (Test-Service $service)) {
        $failed = 1
    }
}
exit $failed
