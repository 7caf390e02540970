using AmazonIn.Benchmarks;

// Each benchmark prints one JSON line a measurement. Run in Release:
//   dotnet run -c Release --project AmazonIn.Tests/Benchmarks -- import [--orders 10000] [--runs 3]
//   dotnet run -c Release --project AmazonIn.Tests/Benchmarks -- start [--runs 5]
var name = args.FirstOrDefault();
var runs = Arguments.Number(args, "--runs", 3);
switch (name)
{
    case "import":
        await ImportBenchmark.RunAsync(Arguments.Number(args, "--orders", 10_000), runs);
        return 0;
    case "start":
        await StartBenchmark.RunAsync(runs);
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: import [--orders N] [--runs N] | start [--runs N]");
        return 2;
}
