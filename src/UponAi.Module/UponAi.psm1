# The root module of UponAi.psd1 in a clone: it loads the module that the build laid out.
$built = [IO.Path]::Combine($PSScriptRoot, '..', '..', 'out', 'UponAi', $PSEdition, 'UponAi.PowerShell.dll')
if (-not (Test-Path -LiteralPath $built)) { throw 'UponAi is not built. Run: dotnet build src/UponAi.Module' }
Import-Module -Name ([IO.Path]::Combine($PSScriptRoot, '..', '..', 'out', 'UponAi', 'UponAi.Requirements.dll'))
Import-Module -Name $built
Export-ModuleMember -Cmdlet *
