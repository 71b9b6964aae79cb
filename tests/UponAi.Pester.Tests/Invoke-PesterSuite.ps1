# Runs the Pester files of a folder. Writes a JSON list with the outcome of each test, and of each file and block that
# failed by itself.
param([string] $Pester, [string] $Folder, [string] $ResultPath)

# The tests see this script's preferences, so it changes none.
Import-Module -Name $Pester -ErrorAction Stop

# Describes an outcome as UponAi.Pester.Tests reads it.
function ConvertTo-Outcome([string] $Name, [string] $Result, [object[]] $ErrorRecord) {
    $text = foreach ($record in $ErrorRecord | Where-Object { $_ }) {
        if ($record.FullyQualifiedErrorId -eq 'PesterTestSkipped') { "$record"; continue }
        ($record | Out-String -Width 4096).Trim()
        $record.ScriptStackTrace
    }
    [ordered]@{ Name = $Name; Result = $Result; Text = $text -join "`n" }
}

$run = Invoke-Pester -Configuration (New-PesterConfiguration -Hashtable @{
        Run    = @{ Path = $Folder; PassThru = $true }
        Output = @{ Verbosity = 'None'; RenderMode = 'Plaintext' }
    })
$outcomes = @(
    foreach ($container in $run.FailedContainers) {
        ConvertTo-Outcome "$($container.Item)" Failed $container.ErrorRecord
    }
    foreach ($block in $run.FailedBlocks | Where-Object { $_.ErrorRecord }) {
        ConvertTo-Outcome $block.ExpandedPath Failed $block.ErrorRecord
    }
    foreach ($test in $run.Tests) {
        $file = [IO.Path]::GetFileName("$($test.ScriptBlock.File)") -replace '\.Tests\.ps1$'
        ConvertTo-Outcome "${file}: $($test.ExpandedPath)" $test.Result $test.ErrorRecord
    }
)
ConvertTo-Json -InputObject $outcomes | Set-Content -LiteralPath $ResultPath -Encoding utf8
