# Run in a shell of its own: a script against several platforms, with every stream on and a transcript, and afterwards each object and
# each error written in every form that a user has for it, to the screen and to files beside the settings.
param([string] $SettingsPath)

$settings = Get-Content -LiteralPath $SettingsPath -Raw | ConvertFrom-Json
Remove-Item -LiteralPath $SettingsPath
$folder = Split-Path -Path $SettingsPath
$null = Start-Transcript -LiteralPath "$folder/transcript.txt"
Import-Module -Name $settings.Manifest

$VerbosePreference = $DebugPreference = $InformationPreference = $ProgressPreference = 'Continue'
$PSDefaultParameterValues = @{ '*-UponAi*:Verbose' = $true }
# Windows PowerShell would ask before each line.
if ($PSVersionTable.PSVersion.Major -ge 7) { $PSDefaultParameterValues['*-UponAi*:Debug'] = $true }

$text = $settings.Token
$token = (New-Object -TypeName Net.NetworkCredential -ArgumentList '', $text).SecurePassword
$script = [scriptblock]::Create($settings.Script)
$run = 0
foreach ($uri in $settings.BaseUris) {
    $run++
    $csv, $json, $journal = 'csv', 'json', 'jsonl' | ForEach-Object { "$folder/$run.$_" }
    Connect-UponAi -Token $token -AccountSid $settings.AccountSid -WorkspaceId 1 -BaseUri $uri -MaximumRetryCount 0
    $shown = @(. $script)

    $things = $shown + @(Get-UponAiConnection)
    $things
    $things | Format-List -Property * -Force
    $things | Format-Custom -Property * -Depth 3
    $things | ForEach-Object { "$_" }
    $things | Export-Csv -LiteralPath "$folder/$run.things.csv" -NoTypeInformation
    $things | Export-Clixml -LiteralPath "$folder/$run.things.xml" -Depth 8
    ConvertTo-Json -InputObject $things -Depth 8

    $Error | Format-List -Property * -Force | Out-String
    $Error | Export-Clixml -LiteralPath "$folder/$run.errors.xml" -Depth 2
    ConvertTo-Json -InputObject $Error -Depth 2 -WarningAction SilentlyContinue
    $Error.InvocationInfo | Format-List -Property * -Force | Out-String
    foreach ($problem in $Error) { for ($cause = $problem.Exception; $cause; $cause = $cause.InnerException) { "$cause"; $cause | Format-List -Property * -Force | Out-String } }
    $Error.Clear()
}
# What a program that is started from here gets.
[Environment]::GetEnvironmentVariables().Values | Set-Content -LiteralPath "$folder/environment.txt"
$null = Stop-Transcript
