using UponAi.Benchmarks.CommandLine;

return await BenchmarkCommand.Create().Parse(args).InvokeAsync();
