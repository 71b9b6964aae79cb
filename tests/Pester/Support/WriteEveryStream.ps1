# Runs in a new shell. For each command, runs a script against several platforms with every stream and a transcript.
# Then writes each object and each error in every form: to the screen, and to files in the folder of the command.
param([string] $SettingsPath)

$settings = Get-Content -LiteralPath $SettingsPath -Raw | ConvertFrom-Json
Remove-Item -LiteralPath $SettingsPath
Import-Module -Name $settings.Manifest

# -Debug would add nothing to $DebugPreference, and up to PowerShell 7.5 it makes every ShouldProcess ask.
$VerbosePreference = $DebugPreference = $InformationPreference = $ProgressPreference = 'Continue'
$PSDefaultParameterValues = @{ '*-UponAi*:Verbose' = $true }

$text = $settings.Token
$token = (New-Object -TypeName Net.NetworkCredential -ArgumentList '', $text).SecurePassword
foreach ($command in $settings.Commands) {
    "=== $($command.Name) ==="
    $path = Join-Path -Path (Split-Path -Path $SettingsPath) -ChildPath $command.Name
    $folder = (New-Item -ItemType Directory -Path $path).FullName
    $null = Start-Transcript -LiteralPath "$folder/transcript.txt"
    $script = [scriptblock]::Create($command.Script)
    $run = 0
    foreach ($uri in $command.BaseUris) {
        $run++
        $csv, $json, $journal = 'csv', 'json', 'jsonl' | ForEach-Object { "$folder/$run.$_" }
        Connect-UponAi -Token $token -AccountSid $settings.AccountSid -WorkspaceId 1 -BaseUri $uri -MaximumRetryCount 0
        # The transcript makes a new runspace for each error that is written alone. Therefore only one command writes
        # each error alone, against the platform that refuses. The other errors are written together.
        $isAlone = $run -eq 2 -and $command.Name -eq 'Set-UponAiNumberAssignment'
        $ErrorActionPreference = if ($isAlone) { 'Continue' } else { 'SilentlyContinue' }
        $shown = @(. $script)
        $ErrorActionPreference = 'Continue'
        if (-not $isAlone) { $Error | Out-Default }

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
        foreach ($problem in $Error) {
            for ($cause = $problem.Exception; $cause; $cause = $cause.InnerException) {
                "$cause"
                $cause | Format-List -Property * -Force | Out-String
            }
        }
        $Error.Clear()
    }
    # The environment of a program that starts from here.
    [Environment]::GetEnvironmentVariables().Values | Set-Content -LiteralPath "$folder/environment.txt"
    $null = Stop-Transcript
}
